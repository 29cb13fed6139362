import {
  writeCard,
  type WrittenVersion,
} from "../../shared/vcard/write-card.ts";
import { bridge } from "../platform/bridge.ts";
import { readCardExtras } from "./card-extras.ts";
import type { Store } from "./store.ts";

/** So many cards are on the pointer at once; more are exported. */
const MOST = 100;

type Reads = Pick<Store, "getMany" | "byContact">;

/** Contacts as business cards, in their order. */
export async function cardsText(
  store: Reads,
  ids: readonly string[],
  version: WrittenVersion,
): Promise<{ readonly text: string; readonly name: string }> {
  const some = ids.slice(0, MOST);
  const contacts = await store.getMany("contacts", some);
  const cards = await Promise.all(
    some.map(async (id) => {
      const contact = contacts.get(id);
      if (!contact) return "";
      return writeCard(contact, version, await readCardExtras(store, id));
    }),
  );
  const name = contacts.get(some[0] ?? "")?.name ?? "";
  return { text: cards.join(""), name };
}

/** What is under the pointer goes on as a `.vcf` of the version that all programs read. */
export async function dragOut(
  store: Reads,
  ids: readonly string[],
): Promise<void> {
  const { text, name } = await cardsText(store, ids, "3.0");
  if (text !== "")
    await bridge.invoke("drag/start", { name: name.slice(0, 120), card: text });
}
