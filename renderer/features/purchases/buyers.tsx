import ShoppingBagOutlined from "@mui/icons-material/ShoppingBagOutlined";
import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount, formatDay } from "../../ui/format.ts";
import { GrowingLines } from "../../ui/growing-lines.tsx";
import { Line, type ContactLink } from "../../ui/lines.tsx";
import { useSession } from "../../ui/session.ts";
import type { CustomerRow } from "../../local-store/erp/erp-book.ts";
import { Amounts } from "./amounts.tsx";
import type { BuyersSearch } from "./buyers-search.ts";
import { ItemField } from "./item-field.tsx";
import { useErp } from "./use-erp.ts";

const PAGE = 100;
const WHICH = ["never", "since", "similar", "bought"] as const;

/** HIS-2: all customers by what they bought, never bought or no longer buy. */
export function Buyers(props: {
  search: BuyersSearch;
  onSearch(search: BuyersSearch): void;
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const { today } = useSession();
  const {
    which = "never",
    item = "",
    day = addDays(today, -365),
  } = props.search;
  const change = (more: BuyersSearch) =>
    props.onSearch({ ...props.search, ...more });
  return (
    <>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1.5 }}>
        <TextField
          select
          label={t("buyers.which")}
          value={which}
          onChange={({ target }) => {
            const chosen = WHICH.find((one) => one === target.value);
            if (chosen) change({ which: chosen });
          }}
          sx={{ flex: "0 1 220px" }}
        >
          {WHICH.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`buyers.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <ItemField value={item} onChange={(code) => change({ item: code })} />
        {which === "since" && (
          <DayField
            key={day}
            day={day}
            onChange={(chosen) => change({ day: chosen })}
          />
        )}
      </Box>
      {item === "" && which !== "since" ? (
        <EmptyState
          icon={<ShoppingBagOutlined />}
          title={t("buyers.chooseTitle")}
          text={t("buyers.chooseText")}
        />
      ) : (
        <Found
          key={`${which}/${item}/${day}`}
          question={{ which, item, day }}
          link={props.link}
        />
      )}
    </>
  );
}

function DayField(props: { day: string; onChange(day: string): void }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const [text, setText] = useState(formatDay(props.day));
  const typed = parseDay(text, today);
  function leave(): void {
    if (typed !== null && typed !== props.day) props.onChange(typed);
  }
  return (
    <TextField
      label={t("buyers.day")}
      value={text}
      error={typed === null}
      helperText={t(typed === null ? "buyers.dayWrong" : "buyers.dayHint")}
      onChange={(event) => setText(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === "Enter") leave();
      }}
      sx={{ flex: "0 1 150px" }}
    />
  );
}

function Found(props: { question: Required<BuyersSearch>; link: ContactLink }) {
  const { t } = useTranslation();
  const [to, setTo] = useState(PAGE);
  const { question } = props;
  const answer = useErp(`customers/${JSON.stringify(question)}/${to}`, (erp) =>
    erp.customers({ ...question, from: 0, to }),
  );
  if (answer.status === "failed")
    return <Typography color="error">{t("purchases.failed")}</Typography>;
  if (answer.status === "loading") return null;
  const { total, rows } = answer.value;
  const counted = t("buyers.count", {
    count: total,
    formatted: formatCount(total),
  });
  return (
    <Box component="section" aria-label={counted}>
      <Typography role="status" sx={{ fontWeight: 600, mb: 1 }}>
        {total === 0 ? t("buyers.noMatch") : counted}
      </Typography>
      <GrowingLines
        label={counted}
        shown={rows.length}
        total={total}
        onMore={() => setTo(to + PAGE)}
      >
        {rows.map((row) => (
          <Row key={row.account.id} row={row} link={props.link} />
        ))}
      </GrowingLines>
    </Box>
  );
}

function Row({ row, link }: { row: CustomerRow; link: ContactLink }) {
  const { t } = useTranslation();
  const { account, last, amounts, buyers } = row;
  const { contactId, name } = account;
  return (
    <Line
      id={account.id}
      contactId={contactId}
      title={contactId ? link({ id: contactId, name }) : name}
      meta={[
        account.no,
        [account.postCode, account.city].filter(Boolean).join(" "),
        contactId ? "" : t("buyers.noContact"),
        buyers > 0 ? t("buyers.alike", { count: buyers }) : "",
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        last !== null && (
          <>
            <Box sx={{ color: "text.primary" }}>
              <Amounts amounts={amounts} named />
            </Box>
            {t("buyers.last", { day: formatDay(last) })}
          </>
        )
      }
    />
  );
}
