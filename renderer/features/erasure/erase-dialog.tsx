import type { TFunction } from "i18next";
import Box from "@mui/material/Box";
import DialogContent from "@mui/material/DialogContent";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { Command } from "../../local-store/undo-record.ts";
import { useLive } from "../../local-store/use-live.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { eraseFacts, type EraseFacts } from "./erase-facts.ts";
import { Mentions } from "./mentions.tsx";

/** PRV-4: what goes and what stays, and the name typed: this is the one thing that cannot be undone. */
export function EraseDialog(props: {
  contactId: string;
  /** Nobody would answer now. */
  offline: boolean;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store, list, save, undo } = useLocalStore();
  const notify = useNotify();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const { contactId, onClose } = props;
  const live = useLive<EraseFacts | null>({
    key: `erase/${contactId}`,
    collections: ["contacts", "interactions", "tasks", "notes", "files"],
    read: () => eraseFacts(store, list, contactId),
  });
  if (live.status !== "ready") return null;
  const facts = live.value;
  const contact = facts?.contact ?? inTrash(undo.commands(), contactId);
  if (contact === null) return null;
  const { id, name } = contact;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.trim() !== name.trim()) return setWrong(true);
    const request = {
      ...{ c: "contacts", id, before: contact, after: null },
      origin: "erased",
    } as Change;
    const { status } = await save("action.eraseContact", [request]);
    notify({ text: t(status === "saved" ? "erase.asked" : "error.save.io") });
    if (status === "saved") onClose();
  }

  return (
    <FormDialog
      title={t("erase.title", { name })}
      onClose={onClose}
      onSubmit={submit}
    >
      <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
        <Typography variant="body2">{t("erase.text")}</Typography>
        {facts ? (
          <>
            <Part title={t("erase.goes")} lines={goingOf(facts, t)} />
            <Part title={t("erase.stays")} lines={stayingOf(facts, t)} />
            <Mentions contact={facts.contact} onClose={onClose} />
          </>
        ) : (
          <Part
            title={t("erase.goes")}
            lines={[t("erase.card"), t("erase.withIt")]}
          />
        )}
        {props.offline && (
          <Typography variant="body2" role="note" color="warning">
            {t("erase.offline")}
          </Typography>
        )}
        <TextField
          autoFocus
          fullWidth
          label={t("erase.confirm")}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
          error={wrong}
          helperText={wrong ? t("erase.confirmWrong", { name }) : name}
          slotProps={{
            htmlInput: { spellCheck: false, autoComplete: "off" },
            formHelperText: { role: "status" },
          }}
        />
      </DialogContent>
      <FormActions onClose={onClose} submit={t("erase.submit")} danger />
    </FormDialog>
  );
}

/** Who was deleted is no longer in the copy; the trash has their name. */
function inTrash(commands: readonly Command[], id: string) {
  const deleted = commands.flatMap((one) => one.deleted ?? []);
  return deleted.find((one) => one.id === id) ?? null;
}

function Part(props: { title: string; lines: readonly ReactNode[] }) {
  return (
    <Box>
      <Typography component="h3" variant="body2" sx={{ fontWeight: 600 }}>
        {props.title}
      </Typography>
      <Box
        component="ul"
        aria-label={props.title}
        sx={{ m: 0, pl: 2.5, fontSize: 13.5, lineHeight: 1.6 }}
      >
        {props.lines.map((line, n) => (
          <li key={n}>{line}</li>
        ))}
      </Box>
    </Box>
  );
}

function goingOf(facts: EraseFacts, t: TFunction): readonly string[] {
  const open = (count: number) =>
    count > 0 ? `, ${t("erase.openWork", { count })}` : "";
  const { openTasks, openOpportunities } = facts;
  return [
    t("erase.card"),
    ...some(facts.absorbed, (count) => t("erase.absorbed", { count })),
    ...some(facts.interactions, (count) => t("erase.interactions", { count })),
    ...some(
      facts.tasks,
      (count) => t("erase.tasks", { count }) + open(openTasks),
    ),
    ...some(
      facts.opportunities,
      (count) => t("erase.opportunities", { count }) + open(openOpportunities),
    ),
    ...some(facts.notes, (count) => t("erase.notes", { count })),
    ...some(facts.files, (count) => t("erase.files", { count })),
  ];
}

function stayingOf(facts: EraseFacts, t: TFunction): readonly string[] {
  return [
    t("erase.staysLog"),
    ...some(facts.passedOn, (count) => t("erase.staysSales", { count })),
    ...some(facts.people, (count) => t("erase.staysPeople", { count })),
    ...(facts.hasAccount ? [t("erase.staysAccount")] : []),
  ];
}

function some(
  count: number,
  line: (count: number) => string,
): readonly string[] {
  return count > 0 ? [line(count)] : [];
}
