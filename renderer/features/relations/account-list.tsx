import AccountBalanceWalletOutlined from "@mui/icons-material/AccountBalanceWalletOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { namedId } from "../../../shared/domain/named-id.ts";
import { AccountKind } from "../../../shared/entities/account.ts";
import type { AccountAnswer } from "../../local-store/erp/erp-book.ts";
import type { SlimAccount } from "../../local-store/erp/slim-erp.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount } from "../../ui/format.ts";
import { GrowingLines } from "../../ui/growing-lines.tsx";
import { Line, type ContactLink } from "../../ui/lines.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useKeep } from "./use-keep.ts";

const PAGE = 100;
const NOTES = 500;
/** Requests that are about no contact yet hang together on a name of their own, to be found again. */
const ASKED = namedId("request/contacts");

/** CNV-6: the records of the ERP by kind, and contacts from those that have none. */
export function AccountList({ link }: { link: ContactLink }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<AccountKind>("customer");
  const [text, setText] = useState("");
  const [free, setFree] = useState(false);
  return (
    <>
      <Tabs
        value={kind}
        onChange={(_, chosen: AccountKind) => setKind(chosen)}
        aria-label={t("accounts.kinds")}
      >
        {AccountKind.options.map((one) => (
          <Tab key={one} value={one} label={t(`account.${one}s`)} />
        ))}
      </Tabs>
      <Box
        sx={{ display: "flex", flexWrap: "wrap", gap: 2, alignItems: "center" }}
      >
        <TextField
          type="search"
          size="small"
          label={t("accounts.find")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          sx={{ flex: "1 1 240px" }}
        />
        <FormControlLabel
          control={<Switch checked={free} onChange={(_, on) => setFree(on)} />}
          label={t("accounts.free")}
        />
      </Box>
      <Found key={`${kind}/${free}`} {...{ kind, text, free, link }} />
    </>
  );
}

function Found(props: {
  kind: AccountKind;
  text: string;
  free: boolean;
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const { erp } = useLocalStore();
  const { kind, text, free } = props;
  const [to, setTo] = useState(PAGE);
  const [answer, setAnswer] = useState<AccountAnswer | null>(null);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const question = { kind, text, free, from: 0, to };
      const found = await erp.accounts(question).catch(() => null);
      if (current) setAnswer(found);
    };
    void read();
    const stop = erp.subscribe(() => void read());
    return () => {
      current = false;
      stop();
    };
  }, [erp, kind, text, free, to]);
  const asked = useAsked();
  const create = useCreateContacts(kind);
  if (!answer) return null;
  const open = free ? answer.ids.filter((id) => !asked.has(id)) : [];
  if (answer.total === 0)
    return text === "" && !free ? (
      <EmptyState
        icon={<AccountBalanceWalletOutlined />}
        title={t("accounts.emptyTitle")}
        text={t("accounts.emptyText")}
      />
    ) : (
      <Typography color="textSecondary">{t("accounts.noMatch")}</Typography>
    );
  return (
    <Box>
      <Box sx={{ display: "flex", alignItems: "center", minHeight: 36, mb: 1 }}>
        <Typography role="status" sx={{ flex: 1, fontWeight: 600 }}>
          {t("accounts.count", {
            count: answer.total,
            formatted: formatCount(answer.total),
          })}
        </Typography>
        {open.length > 0 && (
          <Button variant="outlined" onClick={() => void create(open)}>
            {t("accounts.create", { count: open.length })}
          </Button>
        )}
      </Box>
      <GrowingLines
        label={t(`account.${kind}s`)}
        shown={answer.rows.length}
        total={answer.total}
        onMore={() => setTo(to + PAGE)}
      >
        {answer.rows.map((account) => (
          <Row
            key={account.id}
            account={account}
            asked={asked.has(account.id)}
            link={props.link}
            onCreate={() => void create([account.id])}
          />
        ))}
      </GrowingLines>
    </Box>
  );
}

function Row(props: {
  account: SlimAccount;
  asked: boolean;
  link: ContactLink;
  onCreate(): void;
}) {
  const { t } = useTranslation();
  const { account } = props;
  const { contactId, name } = account;
  return (
    <Line
      id={account.id}
      contactId={contactId}
      title={contactId ? props.link({ id: contactId, name }) : name}
      meta={[
        account.no,
        [account.postCode, account.city].filter(Boolean).join(" "),
        account.blocked ? t("accounts.blocked") : "",
        contactId ? "" : t("accounts.noContact"),
      ]
        .filter(Boolean)
        .join(" · ")}
      end={
        props.asked && !contactId
          ? t("accounts.asking")
          : !contactId && (
              <Button
                size="small"
                aria-label={`${t("accounts.createOne")}: ${name}`}
                onClick={props.onCreate}
              >
                {t("accounts.createOne")}
              </Button>
            )
      }
    />
  );
}

/** Accounts for which contacts have been asked and the server has not answered yet. */
function useAsked(): ReadonlySet<string> {
  const live = useLive({
    key: "asked-contacts",
    collections: ["notes"],
    read: async (store) => {
      const notes = await store.byContact("notes", ASKED, NOTES);
      return new Set(
        notes
          .filter(({ kind, status }) => kind === "request" && status === "open")
          .flatMap(({ request }) => request?.accountIds ?? []),
      );
    },
  });
  return live.status === "ready" ? live.value : NONE;
}

const NONE: ReadonlySet<string> = new Set();

function useCreateContacts(kind: AccountKind) {
  const { t } = useTranslation();
  const { newId } = useSession();
  const keep = useKeep();
  const notify = useNotify();
  return async function create(accountIds: readonly string[]): Promise<void> {
    const id = newId();
    const after = {
      ...{ id, kind: "request" as const, status: "open" as const },
      contactId: ASKED,
      request: {
        action: "contacts" as const,
        kind,
        accountIds: [...accountIds],
      },
    };
    const saved = await keep("action.requestAccount", [
      { c: "notes", id, before: null, after },
    ]);
    if (saved) notify({ text: t("accounts.asked") });
  };
}
