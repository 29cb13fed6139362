import { useEffect, useState } from "react";
import { namedId } from "../../../shared/domain/named-id.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useDraft, type DraftKeeper } from "../../local-store/use-draft.ts";
import { useSession } from "../../ui/session.ts";
import {
  isWorthKeeping,
  readDraft,
  settled,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";

const FORM = "visit";

/** Keeps what is typed, one draft per contact. */
export function useVisitDraft(values: TypedVisit): DraftKeeper {
  const { now, today, language } = useSession();
  const { contactId } = values;
  return useDraft(
    {
      id: draftId(contactId),
      form: FORM,
      ...(contactId === "" ? {} : { contactId }),
      value: {
        ...settled(values, { today, language }),
        attendees: [...values.attendees],
      },
      worthKeeping: isWorthKeeping(values),
    },
    now,
  );
}

/** The draft to start from: that of the contact, or without a contact the newest one. Null while it is being read. */
export function useStoredDraft(
  contactId: string,
): { readonly values: TypedVisit | null } | null {
  const { store } = useLocalStore();
  const [found, setFound] = useState<{ values: TypedVisit | null } | null>(
    null,
  );
  useEffect(() => {
    let current = true;
    void store.all("drafts", 100).then((drafts) => {
      const own = drafts
        .filter((draft) => draft.form === FORM)
        .filter((draft) => contactId === "" || draft.id === draftId(contactId))
        .sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
      if (current) setFound({ values: readDraft(own[0]?.value) });
    });
    return () => {
      current = false;
    };
  }, [store, contactId]);
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
