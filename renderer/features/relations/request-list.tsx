import ErrorOutlineRounded from "@mui/icons-material/ErrorOutlineRounded";
import ScheduleSendRounded from "@mui/icons-material/ScheduleSendRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Note } from "../../../shared/entities/note.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useKeep } from "./use-keep.ts";

/** CNV-7: what was asked of the server and waits, or was refused and why. */
export function RequestList({ requests }: { requests: readonly Note[] }) {
  if (requests.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {requests.map((request) => (
        <RequestLine key={request.id} note={request} />
      ))}
    </Box>
  );
}

function RequestLine({ note }: { note: Note }) {
  const { t } = useTranslation();
  const { alone } = useSession();
  const { pending, arrange } = useLocalStore();
  const notify = useNotify();
  const keep = useKeep();
  const refused = note.status === "refused";
  const kind = t(`account.${note.request?.kind ?? "customer"}`);
  const what =
    note.request?.action === "link"
      ? t("request.link", { kind, no: note.accountNo ?? "" }).trim()
      : t("request.create", { kind });

  /** Before it leaves: then nobody has ever heard of it. */
  async function withdraw(): Promise<void> {
    const entry = [...pending.pendingEntries(), ...pending.heldEntries()].find(
      ({ ops }) => ops.some(({ c, id }) => c === "notes" && id === note.id),
    );
    const answer = entry && (await arrange({ do: "discard", ms: [entry.m] }));
    const done = answer?.status === "done";
    notify({ text: t(done ? "request.withdrawn" : "request.tooLate") });
  }
  const dismiss = () =>
    void keep("action.dismissRequest", [
      { c: "notes", id: note.id, before: note, after: null },
    ]);
  return (
    <Box
      component="li"
      data-request={note.status}
      sx={{
        display: "flex",
        alignItems: "center",
        flexWrap: "wrap",
        gap: 1,
        my: 0.5,
        px: 1,
        py: 0.5,
        borderRadius: 1,
        fontSize: 13,
        bgcolor: refused ? "soft.error" : "soft.neutral",
        "& > svg": {
          fontSize: 17,
          color: refused ? "error.main" : "text.secondary",
        },
      }}
    >
      {refused ? (
        <ErrorOutlineRounded aria-hidden />
      ) : (
        <ScheduleSendRounded aria-hidden />
      )}
      <Box sx={{ flex: "1 1 160px", minWidth: 0 }}>
        <Box sx={{ fontWeight: 550 }}>{what}</Box>
        <Box role="status" sx={{ color: "text.secondary" }}>
          {refused
            ? `${t("request.refused")}: ${t(`reason.${note.reason ?? "unreadable"}`)}`
            : t(alone ? "request.pendingAlone" : "request.pending")}
        </Box>
      </Box>
      <Button
        size="small"
        color="inherit"
        onClick={refused ? dismiss : () => void withdraw()}
      >
        {t(refused ? "request.dismiss" : "request.withdraw")}
      </Button>
    </Box>
  );
}
