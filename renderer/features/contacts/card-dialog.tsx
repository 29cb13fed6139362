import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import DialogContent from "@mui/material/DialogContent";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../../shared/domain/change.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import { useDraft } from "../../local-store/use-draft.ts";
import { useFoundDraft } from "../../local-store/use-kept-form.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { typedOf, type CardTexts } from "./card-texts.ts";

interface CardDialogProps {
  /** What it is a form of, and of which item: `altAddress/ID`. */
  form: string;
  contactId: string;
  title: string;
  start: CardTexts;
  /** Writes what was typed, with `along` in the same save; true = on the disk. */
  onSave(texts: CardTexts, along: readonly Change[]): Promise<boolean>;
  /** Takes the item away; absent = there is none yet. */
  onRemove?: (() => Promise<boolean>) | undefined;
  onClose(): void;
  children(texts: CardTexts, set: (changed: CardTexts) => void): ReactNode;
}

/**
 * A small form of the card: a dated note, an alternative address. It closes only when it is on the disk; what was typed
 * in one that one leaves is there again the next time.
 */
export function CardDialog(props: CardDialogProps) {
  const found = useFoundDraft(
    props.form,
    props.contactId,
    useOpenElsewhere(props.onClose),
  );
  return found && <Form {...props} draftId={found.id} draft={found.draft} />;
}

function Form(
  props: CardDialogProps & { draftId: string; draft: Draft | null },
) {
  const { t } = useTranslation();
  const { now } = useSession();
  const notify = useNotify();
  const { draftId, draft, contactId } = props;
  // As opened: what others write meanwhile is not what the person has typed.
  const [start] = useState(props.start);
  const [texts, setTexts] = useState<CardTexts>(() => ({
    ...start,
    ...textsOf(draft?.value),
  }));
  const [restored, setRestored] = useState(draft !== null);
  const touched = !same(texts, start);
  const keeper = useDraft(
    {
      id: draftId,
      form: "cardForm",
      contactId,
      value: typedOf(texts, start),
      worthKeeping: touched,
    },
    now,
    draft,
  );

  function leave(): void {
    keeper.flush();
    if (touched) notify({ text: t("visit.draftKept") });
    props.onClose();
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const along = keeper.removal();
    if (await props.onSave(texts, along)) props.onClose();
    else keeper.resume();
  }

  return (
    <FormDialog title={props.title} onClose={leave} onSubmit={submit}>
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        {restored && (
          <Alert
            severity="info"
            action={
              <Button
                size="small"
                color="inherit"
                onClick={({ currentTarget }) => {
                  setTexts(start);
                  setRestored(false);
                  // The button goes; without the focus in the form its keys, Esc among them, reach nobody.
                  focusFirst(currentTarget);
                }}
              >
                {t("visit.discard")}
              </Button>
            }
          >
            {t("visit.draftRestored")}
          </Alert>
        )}
        {props.children(texts, (changed) =>
          setTexts((before) => ({ ...before, ...changed })),
        )}
      </DialogContent>
      <FormActions onClose={leave} submit={t("cardForm.save")}>
        {props.onRemove && (
          <Button
            color="inherit"
            sx={{ mr: "auto" }}
            onClick={() =>
              void props.onRemove?.().then((gone) => gone && props.onClose())
            }
          >
            {t("channel.remove")}
          </Button>
        )}
      </FormActions>
    </FormDialog>
  );
}

function focusFirst(within: HTMLElement): void {
  const form = within.closest("form");
  form?.querySelector<HTMLElement>("input, textarea")?.focus();
}

function same(a: CardTexts, b: CardTexts): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => (a[key] ?? "") === (b[key] ?? ""));
}

function textsOf(value: unknown): CardTexts {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
