import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
} from "react";
import { useTranslation } from "react-i18next";
import { localTime } from "../../../shared/core/calendar.ts";
import { withMeanwhile } from "../../../shared/domain/draft-meanwhile.ts";
import type { NamedContact } from "../../../shared/domain/sentence/sentence-names.ts";
import type { SentenceProposal } from "../../../shared/domain/sentence/read-sentence.ts";
import { visitOfSentence } from "../../../shared/domain/sentence/visit-of-sentence.ts";
import {
  isWorthKeeping,
  nextVisit,
  problemsOf,
  withWaiting,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { formatDay } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useNextStepWords } from "./next-step-hint.tsx";
import { useAttach } from "./use-attach.ts";
import { useMeanwhile } from "./use-meanwhile.ts";
import {
  useVisitDraft,
  waitingDraft,
  type StoredDraft,
} from "./use-visit-draft.ts";
import { useVisitSave } from "./use-visit-save.ts";
import { useVisitStart } from "./use-visit-start.ts";
import { useWho } from "./use-who.ts";

function withNote(values: TypedVisit, text: string): TypedVisit {
  if (text === "") return values;
  return {
    ...values,
    result: [values.result, text].filter((one) => one.trim() !== "").join("\n"),
  };
}

export interface VisitFormStart {
  readonly start: TypedVisit;
  /** The stored draft that the values are of; null = none. */
  readonly found: StoredDraft | null;
  /** What was typed into the sheet before its fields were there: it looks for whom. */
  readonly typed: string;
  /** The task that the visit was (TSK-3). */
  readonly taskId?: string | undefined;
  /** The interaction that is finished or corrected. */
  readonly again?: string | undefined;
  onClose(): void;
  /** Saved, and the next one follows. */
  onNext(start: TypedVisit): void;
}

export type VisitFormState = ReturnType<typeof useVisitForm>;

/** What a visit's form holds: the values with their draft, what others change meanwhile, leaving and saving. */
export function useVisitForm(props: VisitFormStart) {
  const { t } = useTranslation();
  const { language, today, now } = useSession();
  const notify = useNotify();
  const { store } = useLocalStore();
  const [values, setValues] = useState(props.start);
  const [opened] = useState(() => localTime(new Date(now())));
  const [checked, setChecked] = useState(false);
  // A sentence that is still being typed is kept as a note would be.
  const [sentence, setSentence] = useState("");
  // The name of somebody who is not here yet, while they are being made.
  const [unknown, setUnknown] = useState<string | null>(null);
  const [others, setOthers] = useState<readonly NamedContact[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [who, setWho] = useWho(values.contactId);
  const element = useRef<HTMLFormElement>(null);
  const outcome = useRef<{ focus(): void }>(null);
  const moveOn = useRef(false);
  const [restored, setRestored] = useState(
    props.again === undefined
      ? (props.found?.values ?? null) !== null
      : (props.found?.draft ?? null) !== null,
  );
  const [isDraft] = useState(restored);
  const kept = withNote(values, unknown ?? sentence);
  const keeper = useVisitDraft(
    kept,
    opened,
    props.found?.draft ?? null,
    props.again,
  );
  const saveVisit = useVisitSave();
  const nextStepWords = useNextStepWords();
  const known = useVisitStart(values.contactId);
  const reading = { today, language };
  const problems = problemsOf(values, reading);
  const usualMinutes = known.usual(values.template);
  const [only, ...further] = known.opportunities;
  const opportunityId =
    values.opportunityId ?? (only && further.length === 0 ? only.id : "");
  const set = (changed: Partial<TypedVisit>) =>
    setValues((before) => ({ ...before, ...changed }));
  const attaching = useAttach(values.files, (files) => set({ files }));

  function takeWaiting(contactId: string): void {
    // What waits is a new visit; it has no place in the correction of one that was.
    if (props.again !== undefined) return;
    // What was begun about them earlier must neither be written over nor be forgotten.
    keeper.hold();
    void waitingDraft(store, contactId)
      .then((waiting) => {
        if (!waiting || !keeper.adopt(waiting.draft)) return;
        setRestored(true);
        setValues((before) => withWaiting(before, waiting.values));
      })
      // Whatever is typed next is kept, even if the store did not answer.
      .finally(() => keeper.resume());
  }
  const told = useMeanwhile({ ...values, opportunityId }, (found) => {
    const merged = found.find(({ kind }) => kind === "merged");
    if (merged && "id" in merged) takeWaiting(merged.id);
    setValues((before) => withMeanwhile(before, found));
  });

  function choose(contactId: string): void {
    set({ contactId, attendees: [], opportunityId: null });
    turnTo(contactId);
  }
  function turnTo(contactId: string): void {
    moveOn.current = contactId !== "";
    if (contactId !== "" && contactId !== values.contactId)
      takeWaiting(contactId);
  }
  // After the field of who has its new value: leaving it earlier would put the old one back.
  useEffect(() => {
    if (moveOn.current) outcome.current?.focus();
    moveOn.current = false;
  }, [values.contactId]);

  function focusOn(field: string): void {
    const found = element.current?.elements.namedItem(field);
    if (found instanceof HTMLElement) found.focus();
  }

  return {
    ...{ values, set, setValues, opened, checked, problems, reading },
    ...{ restored, isDraft, told, failure, known, usualMinutes, opportunityId },
    ...{ who, unknown, others, setUnknown, setSentence, attaching },
    ...{ element, outcome, choose, focusOn },
    /** Null = nothing was typed that could be thrown away. */
    keeper: isWorthKeeping(kept) ? keeper : null,

    chooseRow(row: ContactRow | null): void {
      setWho(row);
      setOthers([]);
      setUnknown(null);
      choose(row?.id ?? "");
    },
    /** One of those who may have been meant. */
    chooseOther(id: string): void {
      setOthers([]);
      choose(id);
    },
    /** All of a sentence at once, each piece in its field. */
    takeOver(proposal: SentenceProposal, contact: ContactRow | null): void {
      if (contact) setWho(contact);
      setSentence("");
      setOthers(proposal.others);
      setValues((before) => visitOfSentence(before, proposal));
      if (proposal.contact) turnTo(proposal.contact.id);
    },
    /** A sentence that was not taken is a note. */
    keepSentence(): void {
      setValues((before) => withNote(before, sentence));
      setSentence("");
    },
    leave(): void {
      if (isWorthKeeping(kept)) {
        keeper.flush();
        notify({ text: t("visit.draftKept") });
      }
      props.onClose();
    },
    async submit(
      event: FormEvent | KeyboardEvent | MouseEvent,
      next: boolean,
      postponed = false,
    ): Promise<void> {
      event.preventDefault();
      setChecked(true);
      const [wrong] = Object.keys(problems);
      if (wrong !== undefined) return focusOn(wrong);
      if (busy || attaching.busy > 0) return;
      setBusy(true);
      const saved = await saveVisit(
        values,
        { opened, usualMinutes, opportunityId },
        () => keeper.removal(),
        { taskId: props.taskId, again: props.again, postponed },
      );
      setBusy(false);
      if (saved.kind === "failed") {
        setFailure(t(saved.why, { day: formatDay(today) }));
        if (saved.why === "visit.future") focusOn("date");
        return;
      }
      const said = postponed ? "visit.postponedSaved" : "visit.saved";
      notify({
        text: [t(said, { name: saved.name }), nextStepWords(values.nextStep)]
          .filter(Boolean)
          .join(" · "),
      });
      if (next) props.onNext(nextVisit(values, reading));
      else props.onClose();
    },
  };
}
