import { useLive } from "../../local-store/use-live.ts";
import { keptForms, type KeptForm } from "./kept-forms.ts";

const LIMIT = 100;

/** The half-typed forms of this device, newest first; kept current. */
export function useKeptForms(): readonly KeptForm[] {
  const live = useLive({
    key: "kept-forms",
    collections: ["drafts", "contacts"],
    async read(store) {
      const drafts = await store.all("drafts", LIMIT);
      const ids = drafts.flatMap(({ contactId }) => contactId ?? []);
      const contacts = await store.getMany("contacts", ids);
      const names = new Map([...contacts].map(([id, { name }]) => [id, name]));
      return keptForms(drafts, names);
    },
  });
  return live.status === "ready" ? live.value : [];
}
