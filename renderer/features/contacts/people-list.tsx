import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { prettyPhone } from "../../../shared/domain/phone.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatCount } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { ContactButton, PERSON_HEIGHT } from "./contact-button.tsx";
import { firstPeople, ROOM, usePeople, type PeopleSeen } from "./use-people.ts";

/** Of many so many are asked for at a time. */
const PAGE = 50;

/** Who works here, each a step away, and one more with a click. */
export function PeopleList({ companyId }: { companyId: string }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const people = usePeople(firstPeople(companyId));
  const many = people !== null && people.total > ROOM;
  return (
    <Section
      title={t("people.title")}
      note={many ? formatCount(people.total) : undefined}
      action={
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => commands.newPerson(companyId)}
        >
          {t("card.addPerson")}
        </Button>
      }
    >
      {people?.total === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t("people.none")}
        </Typography>
      )}
      {many ? (
        <ManyPeople companyId={companyId} first={people} />
      ) : (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}>
          {people?.rows.map((row) => (
            <li key={row.id}>
              <Colleague row={row} />
            </li>
          ))}
        </Box>
      )}
    </Section>
  );
}

/** The mobile first: it is the person's own. */
function Colleague({ row }: { row: ContactRow }) {
  const phone = row.mobile ?? row.phone;
  return (
    <ContactButton
      id={row.id}
      kind="person"
      name={row.name}
      meta={[row.jobTitle, phone && prettyPhone(phone, row.country)]
        .filter(Boolean)
        .join(" · ")}
    />
  );
}

/** Asked for and drawn only where they are in sight: a company may have thousands. */
function ManyPeople(props: { companyId: string; first: PeopleSeen }) {
  const { t } = useTranslation();
  const { companyId, first } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [page, setPage] = useState(0);
  // The page in sight and the one after it.
  const from = page * PAGE;
  const question = { companyId, text, from, to: from + 2 * PAGE };
  const shown = usePeople(question, first) ?? first;
  const { total } = shown;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => PERSON_HEIGHT,
    getItemKey: (index) => shown.rows[index - shown.from]?.id ?? index,
    overscan: 3,
  });
  const inSight = Math.floor((rows.range?.startIndex ?? 0) / PAGE);
  useEffect(() => setPage(inSight), [inSight]);
  return (
    <>
      <TextField
        fullWidth
        value={text}
        placeholder={t("people.filter")}
        onChange={(event) => setText(event.target.value)}
        slotProps={{ htmlInput: { "aria-label": t("people.filter") } }}
        sx={{ mb: 0.75 }}
      />
      {total === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t("field.noChoice")}
        </Typography>
      )}
      <Box
        ref={scroller}
        tabIndex={0}
        role="group"
        aria-label={t("people.title")}
        sx={{
          height: Math.min(total, ROOM) * PERSON_HEIGHT,
          overflowY: "auto",
          mx: -0.75,
          borderRadius: 1,
        }}
      >
        <Box
          component="ul"
          sx={{ listStyle: "none", m: 0, p: 0, position: "relative" }}
          style={{ height: rows.getTotalSize() }}
        >
          {rows.getVirtualItems().map((item) => {
            const row = shown.rows[item.index - shown.from];
            return (
              row && (
                <Box
                  component="li"
                  key={item.key}
                  aria-setsize={total}
                  aria-posinset={item.index + 1}
                  sx={{ position: "absolute", insetInline: 0, top: 0 }}
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  <Colleague row={row} />
                </Box>
              )
            );
          })}
        </Box>
      </Box>
    </>
  );
}
