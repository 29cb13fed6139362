import { useEffect, useRef, useState } from "react";
import type { Change } from "../../shared/domain/change.ts";
import { namedId } from "../../shared/domain/named-id.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import { isDraftTaken } from "./open-forms.ts";
import { useLocalStore } from "./store-context.ts";
import { useDraft } from "./use-draft.ts";

export type FormTexts = Readonly<Record<string, string>>;

/** A form of texts that survives everything: what one leaves is there again the next time. */
export interface KeptForm {
  readonly texts: FormTexts;
  /** Those that are no longer as they were opened. */
  readonly typed: FormTexts;
  readonly touched: boolean;
  /** It was left half-typed before. */
  readonly restored: boolean;
  set(changed: FormTexts): void;
  startAgain(): void;
  /** Keeps at once what is typed. */
  flush(): void;
  /** Part of the save; `resume` when that fails. */
  removal(): readonly Change[];
  resume(): void;
}

/**
 * Which draft a form has; undefined until it is known whether there is one. `elsewhere` is called when the form is open in
 * another window already.
 */
export function useFoundDraft(
  form: string,
  about: string,
  elsewhere: () => void,
): { readonly id: string; readonly draft: Draft | null } | undefined {
  const { store } = useLocalStore();
  const id = namedId(`draft/${form}/${about}`);
  const [found, setFound] = useState<
    { readonly id: string; readonly draft: Draft | null } | undefined
  >();
  const leave = useRef(elsewhere);
  leave.current = elsewhere;
  useEffect(() => {
    if (isDraftTaken(id)) return leave.current();
    let current = true;
    void store.get("drafts", id).then((draft) => {
      if (current) setFound({ id, draft });
    });
    return () => {
      current = false;
    };
  }, [store, id]);
  return found?.id === id ? found : undefined;
}

/** @param start as opened: what others write meanwhile is not what the person has typed */
export function useKeptForm(
  found: { readonly id: string; readonly draft: Draft | null },
  start: FormTexts,
  now: () => number,
): KeptForm {
  const { id, draft } = found;
  const [opened] = useState(start);
  const [texts, setTexts] = useState<FormTexts>(() => ({
    ...opened,
    ...textsOf(draft?.value),
  }));
  const [restored, setRestored] = useState(draft !== null);
  const typed = Object.fromEntries(
    Object.entries(texts).filter(([field, text]) => text !== opened[field]),
  );
  const touched = Object.values(typed).some((text) => text !== "");
  const keeper = useDraft(
    { id, form: "cardForm", value: typed, worthKeeping: touched },
    now,
    draft,
  );
  return {
    texts,
    typed,
    touched,
    restored,
    set: (changed) => setTexts((before) => ({ ...before, ...changed })),
    startAgain() {
      setTexts(opened);
      setRestored(false);
    },
    flush: keeper.flush,
    removal: keeper.removal,
    resume: keeper.resume,
  };
}

function textsOf(value: unknown): FormTexts {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
