import DialogContent from "@mui/material/DialogContent";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  dataSubject,
  SENSITIVITIES,
  type SubjectFacts,
} from "../../../shared/domain/data-subject.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, Store } from "../../local-store/store.ts";
import { useLive } from "../../local-store/use-live.ts";
import { writeFile } from "../../platform/save-file.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { formatMoment } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";

const MOST = 20_000;

/** PRV-3: everything that this device holds about a person, as a file; works without a line and says as of when. */
export function SubjectDialog(props: {
  contactId: string;
  /** When the server was last heard of, Unix ms; null = never. */
  asOf: number | null;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store, list } = useLocalStore();
  const { now } = useSession();
  const notify = useNotify();
  const { contactId, asOf } = props;
  const live = useLive<Contact | null>({
    key: `subject/${contactId}`,
    collections: ["contacts"],
    read: () => store.get("contacts", contactId),
  });
  const [minimum, setMinimum] =
    useState<(typeof SENSITIVITIES)[number]>("normal");
  const contact = live.status === "ready" ? live.value : null;
  if (contact === null) return null;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const facts = await factsOf(store, list, contactId);
    if (facts === null) return;
    const file = dataSubject(facts, minimum, { asOf, now: now() });
    const text = `${JSON.stringify(file, null, 2)}\n`;
    const name = facts.contact.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
    const outcome = await writeFile(`carnet-${name}.json`, text);
    if (outcome === "canceled") return;
    notify({
      text:
        outcome === "saved"
          ? t("subject.saved", { name: facts.contact.name })
          : t("export.failed"),
    });
    if (outcome === "saved") props.onClose();
  }
  return (
    <FormDialog
      title={t("subject.title", { name: contact.name })}
      onClose={props.onClose}
      onSubmit={save}
    >
      <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
        <Typography variant="body2">{t("subject.about")}</Typography>
        <TextField
          select
          label={t("subject.minimum")}
          value={minimum}
          onChange={(event) => {
            const chosen = SENSITIVITIES.find(
              (one) => one === event.target.value,
            );
            if (chosen) setMinimum(chosen);
          }}
        >
          {SENSITIVITIES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`subject.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <Typography variant="body2" color="textSecondary">
          {asOf === null
            ? t("subject.asOfNever")
            : t("subject.asOf", { moment: formatMoment(asOf, now()) })}
        </Typography>
      </DialogContent>
      <FormActions onClose={props.onClose} submit={t("subject.save")} first />
    </FormDialog>
  );
}

async function factsOf(
  store: Store,
  list: Pick<ContactList, "attended">,
  id: string,
): Promise<SubjectFacts | null> {
  const { interactions: present } = await list.attended(id);
  const met = store.getMany("interactions", present);
  const [attended, contact, interactions, tasks, opportunities, notes, files] =
    await Promise.all([
      met,
      store.get("contacts", id),
      store.byContact("interactions", id, MOST),
      store.byContact("tasks", id, MOST),
      store.byContact("opportunities", id, MOST),
      store.byContact("notes", id, MOST),
      store.byContact("files", id, MOST),
    ]);
  if (!contact) return null;
  const own = { interactions, tasks, opportunities, notes, files };
  return { contact, attended: [...attended.values()], ...own };
}
