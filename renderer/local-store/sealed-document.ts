import type { RxDocumentData, RxJsonSchema } from "rxdb/plugins/core";
import type { Unpacked } from "./blocks.ts";
import type { Codec } from "./seal.ts";

/** Any document of any collection, as RxDB hands it to a storage. */
export type PlainDocument = RxDocumentData<{ readonly id: string }>;

/** On disk: what must be found or belongs to RxDB in clear, everything else in `d`. */
export type SealedDocument = PlainDocument & { readonly d: string };

const CLEAR = new Set([
  "id",
  "contactId",
  "atDesc",
  "_deleted",
  "_rev",
  "_meta",
  "_attachments",
]);

export async function closeDocument(
  document: PlainDocument,
  codec: Codec,
): Promise<SealedDocument> {
  const { clear, text } = splitDocument(document);
  const d = await codec.close(text, document.id);
  return { ...clear, d } as unknown as SealedDocument;
}

/** What lies in clear, and the text that is to be sealed. */
export function splitDocument<T extends { readonly id: string }>(
  document: T,
): { readonly clear: Partial<T>; readonly text: string } {
  const clear: Record<string, unknown> = {};
  const hidden: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document))
    (CLEAR.has(name) ? clear : hidden)[name] = value;
  return { clear: clear as Partial<T>, text: JSON.stringify(hidden) };
}

/** The whole document again. Rejects when its sealed part was changed or belongs to another document. */
export async function openDocument(
  { d, ...clear }: SealedDocument,
  codec: Codec,
): Promise<PlainDocument> {
  const hidden = JSON.parse(await codec.open(d, clear.id)) as object;
  return { ...hidden, ...clear };
}

/** `unreadable` when the disk has not given back what was written: then it reads as deleted, to be fetched again. */
export type ReadDocument = PlainDocument & {
  readonly unreadable?: "living" | "deleted";
};

/** The whole document again, or what can stand in for it until the server's version is written over it. */
export async function readDocument(
  sealed: SealedDocument,
  codec: Codec,
): Promise<ReadDocument> {
  try {
    return await openDocument(sealed, codec);
  } catch {
    codec.onUnreadable?.();
    const { d: _damaged, ...clear } = sealed;
    return inPlaceOf(clear);
  }
}

/** As `readDocument`, of what came out of a block; who opened the block has told of one that cannot be read. */
export function readUnpacked({ text, ...clear }: Unpacked): ReadDocument {
  const living = { ...clear, _deleted: false };
  return text === null
    ? inPlaceOf(living)
    : { ...(JSON.parse(text) as object), ...living };
}

function inPlaceOf(clear: PlainDocument): ReadDocument {
  const marks = { v: {}, seq: null, rev: null, epoch: null, applied: 0 };
  const unreadable = clear._deleted ? "deleted" : "living";
  return { ...clear, ...marks, _deleted: true, unreadable };
}

/** The schema that the disk sees. Its indexes are the same: they only name members in clear. */
export function sealedSchema<T>(
  schema: RxJsonSchema<RxDocumentData<T>>,
): RxJsonSchema<RxDocumentData<T>> {
  const clear = Object.entries(schema.properties).filter(([name]) =>
    CLEAR.has(name),
  );
  const sealed: unknown = {
    ...schema,
    properties: { ...Object.fromEntries(clear), d: { type: "string" } },
    required: [...clear.map(([name]) => name), "d"],
  };
  return sealed as typeof schema;
}
