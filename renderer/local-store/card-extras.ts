import type { CardExtras } from "../../shared/vcard/write-card.ts";
import type { Store } from "./store.ts";

const MOST = 50;

/** What stands beside a contact and belongs onto its card: what an import had kept, and its picture. */
export async function readCardExtras(
  store: Pick<Store, "byContact">,
  contactId: string,
): Promise<CardExtras> {
  const [notes, files] = await Promise.all([
    store.byContact("notes", contactId, MOST),
    store.byContact("files", contactId, MOST),
  ]);
  const kept = notes
    .filter(({ kind }) => kind === "vcard")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ text }) => text ?? []);
  const picture = files.find(({ role }) => role === "picture");
  return {
    kept,
    ...(picture?.thumb !== undefined && {
      picture: { mime: picture.mime, base64: picture.thumb },
    }),
  };
}
