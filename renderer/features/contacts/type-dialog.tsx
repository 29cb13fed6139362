import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import Typography from "@mui/material/Typography";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  changeType,
  leftBehind,
  typeGuards,
  type TypeFacts,
} from "../../../shared/domain/change-type.ts";
import { writeNote } from "../../../shared/domain/dated-note.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, Store } from "../../local-store/store.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { recordedWith } from "../../local-store/recorded-with.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useSession } from "../../ui/session.ts";
import { groupsOf } from "./card-fields.ts";
import { shownValue } from "./fields/field-value.tsx";
import type { CardEdit } from "./use-card-edit.ts";

/** Of one contact and collection: what somebody did who has left may stand behind what they did elsewhere. */
const MOST = 1_000;

/**
 * A company becomes a person or the other way round. What stands against it is named (TYP-5 to TYP-7); fields that the
 * other type does not have are shown first and kept in a dated note.
 */
export function TypeDialog(props: {
  contact: Contact;
  edit: CardEdit;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store, list } = useLocalStore();
  const { today, newId } = useSession();
  const { contact, edit } = props;
  const [facts, setFacts] = useState<TypeFacts | null>(null);
  useEffect(() => {
    let current = true;
    void readFacts(store, list, contact).then((read) => {
      if (current) setFacts(read);
    });
    return () => {
      current = false;
    };
  }, [store, list, contact]);
  const kept = useKept(contact);
  const to = contact.type === "company" ? "person" : "company";
  const guards = facts ? typeGuards(contact, facts) : [];

  async function change(event: FormEvent): Promise<void> {
    event.preventDefault();
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const now = await readFacts(store, list, current);
    setFacts(now);
    const changed = changeType(current, now);
    if (!changed.ok) return;
    const text = [
      t(`type.keptNote.${to}`),
      ...kept.map(([label, value]) => `${label}: ${value}`),
    ].join("\n");
    const note = writeNote(contact.id, null, {
      id: newId(),
      date: today,
      text,
    });
    const aside = kept.length > 0 && note.ok ? note.value : [];
    const saved = await edit.commitChanges(
      "action.changeType",
      [...changed.value, ...aside],
      t(`type.done.${to}`, { name: contact.name }),
    );
    if (saved) props.onClose();
  }

  return (
    <FormDialog
      title={t(`type.title.${to}`, { name: contact.name })}
      onClose={props.onClose}
      onSubmit={change}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}
      >
        {guards.length > 0 ? (
          <>
            <Typography>{t("type.refused")}</Typography>
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {guards.map((guard) => (
                <li key={guard}>{t(`type.guard.${guard}`)}</li>
              ))}
            </Box>
          </>
        ) : (
          <>
            <Typography>{t(`type.text.${to}`)}</Typography>
            {kept.length > 0 && (
              <>
                <Typography variant="body2" color="textSecondary">
                  {t("type.kept")}
                </Typography>
                <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
                  {kept.map(([label, value]) => (
                    <Box
                      component="li"
                      key={label}
                      sx={{ overflowWrap: "anywhere" }}
                    >
                      {label}: {value}
                    </Box>
                  ))}
                </Box>
              </>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button autoFocus color="inherit" onClick={props.onClose}>
          {t(guards.length > 0 ? "close" : "cancel")}
        </Button>
        {guards.length === 0 && (
          <Button type="submit" variant="contained" disabled={facts === null}>
            {t(`type.do.${to}`)}
          </Button>
        )}
      </DialogActions>
    </FormDialog>
  );
}

/** What the card will no longer show, by label, as one reads it. */
function useKept(contact: Contact): readonly (readonly [string, string])[] {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  const fields = groupsOf(contact.type).flatMap((group) => group.fields);
  return leftBehind(contact).map((name) => {
    const label = t(`field.${name}` as "field.jobTitle");
    const field = fields.find((one) => one.name === name);
    if (name === "webSources") {
      const sources = Object.values(contact.webSources ?? {});
      return [label, sources.map((one) => one.searchWord).join(", ")];
    }
    if (!field || field.kind === "flag") return [label, t("value.yes")];
    return [label, shownValue(field, contact, codes, language, t)];
  });
}

async function readFacts(
  store: Store,
  list: ContactList,
  contact: Contact,
): Promise<TypeFacts> {
  const [interactions, tasks, opportunities, people, setting] =
    await Promise.all([
      recordedWith(store, "interactions", contact, MOST),
      recordedWith(store, "tasks", contact, MOST),
      recordedWith(store, "opportunities", contact, MOST),
      list.peopleOf(contact.id),
      readMarketing(store),
    ]);
  return {
    interactions: interactions.length > 0,
    tasks: tasks.length > 0,
    opportunities: opportunities.length > 0,
    people: people.length > 0,
    setting,
  };
}
