import { useEffect, useRef, useState } from "react";
import type { Draft } from "../../../shared/entities/draft.ts";
import { namedId } from "../../../shared/domain/named-id.ts";
import { isDraftTaken } from "../../local-store/open-forms.ts";
import type { Store } from "../../local-store/store.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useDraft, type DraftKeeper } from "../../local-store/use-draft.ts";
import { useSession } from "../../ui/session.ts";
import { typedAgain } from "../../../shared/domain/finish-interaction.ts";
import {
  isWorthKeeping,
  readDraft,
  settled,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";

const FORM = "visit";
/** Not among the forms that wait: the interaction itself is. */
const FORM_AGAIN = "visit-again";

export interface StoredDraft {
  readonly draft: Draft | null;
  readonly values: TypedVisit | null;
}

/** Keeps what is typed, one draft per contact. `found`: what the form was opened with. */
export function useVisitDraft(
  values: TypedVisit,
  opened: string,
  found: Draft | null,
  /** The interaction that is written again; absent = a new one. */
  again?: string,
): DraftKeeper {
  const { now, today, language } = useSession();
  const { contactId } = values;
  return useDraft(
    {
      id: draftId(again ?? contactId),
      form: again === undefined ? FORM : FORM_AGAIN,
      ...(contactId === "" ? {} : { contactId }),
      value: {
        ...settled(values, { today, language }, opened),
        attendees: [...values.attendees],
        steps: values.steps.map((step) => ({ ...step })),
        files: values.files.map((file) => ({ ...file })),
      },
      worthKeeping: isWorthKeeping(values),
    },
    now,
    found,
  );
}

/** The draft that waits for a contact, if there is one. */
export async function waitingDraft(
  store: Pick<Store, "get">,
  contactId: string,
): Promise<{ readonly draft: Draft; readonly values: TypedVisit } | null> {
  const draft = await store.get("drafts", draftId(contactId));
  const values = readDraft(draft?.value);
  return draft && values && { draft, values };
}

/**
 * The draft to start from: that of the contact, or without a contact the newest one, unless that of nobody yet is wanted.
 * Null while it is being read.
 */
export function useStoredDraft(
  contactId: string,
  ofNobody: boolean,
  again: string | undefined,
  /** It is open in another window already. */
  elsewhere: () => void,
): StoredDraft | null {
  const { store } = useLocalStore();
  const [found, setFound] = useState<StoredDraft | null>(null);
  const leave = useRef(elsewhere);
  leave.current = elsewhere;
  useEffect(() => {
    let current = true;
    if (isDraftTaken(draftId(again ?? contactId))) return leave.current();
    if (again !== undefined) {
      const kept = store.get("drafts", draftId(again));
      void Promise.all([kept, store.get("interactions", again)]).then(
        ([draft, interaction]) => {
          if (!current) return;
          const values =
            readDraft(draft?.value) ?? (interaction && typedAgain(interaction));
          setFound({ draft, values });
        },
      );
      return () => {
        current = false;
      };
    }
    void store.all("drafts", 100).then((drafts) => {
      const own = drafts
        .filter((draft) => draft.form === FORM)
        .filter(({ id }) => !isDraftTaken(id))
        .filter(
          (draft) =>
            (contactId === "" && !ofNobody) ||
            // One of another name where that of the contact was another form's.
            draft.id === draftId(contactId) ||
            (draft.contactId ?? "") === contactId,
        )
        .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      const draft = own[0] ?? null;
      if (current) setFound({ draft, values: readDraft(draft?.value) });
    });
    return () => {
      current = false;
    };
  }, [store, contactId, ofNobody, again]);
  return found;
}

/** When the draft of a contact's visit was last written, Unix milliseconds; null without one. Kept current. */
export function useDraftMoment(contactId: string): number | null {
  const id = draftId(contactId);
  const live = useLive({
    key: `visit-draft/${contactId}`,
    collections: ["drafts"],
    ids: [id],
    read: (store) => store.get("drafts", id),
  });
  const draft = live.status === "ready" ? live.value : null;
  return draft === null ? null : Date.parse(draft.savedAt);
}

function draftId(contactId: string): string {
  return namedId(`draft/visit/${contactId}`);
}
