import { z } from "zod";
import { Id, text } from "../entities/fields.ts";
import { Sha256 } from "../entities/file.ts";
import { request } from "./request.ts";

const Key = text(90);

/** PRV-5: what this device has erased and not yet proven to be gone, and what became of earlier ones. */
export const ErasureState = z.object({
  /** Contacts whose rest still lies in the readable copy; without it nothing has to be done. */
  waiting: z.array(z.string()),
  /** The readable copy was made anew since: what is left to do is to look. */
  rebuilt: z.boolean(),
  done: z.array(
    z.object({
      contacts: z.array(z.string()),
      at: z.number(),
      searched: z.int(),
      /** Documents of others that hold a name or a text: somebody wrote it there. */
      mentions: z.int(),
      /** Where else something was found. */
      leftovers: z.int(),
      /** Contacts that were not looked for: nothing of them was left to look for. */
      blind: z.int().default(0),
    }),
  ),
});
export type ErasureState = z.infer<typeof ErasureState>;

export const ErasedHere = z.strictObject({
  /** Some of it lay in the readable copy, which is therefore to be made anew. */
  held: z.boolean(),
  /** `COLLECTION/ID` of all that went. */
  keys: z.array(Key),
  contacts: z.array(Id),
  /** Texts by which it would be recognised. Sealed, and destroyed once it was looked for them. */
  needles: z.array(z.string().max(300)),
  /** Contacts of which no such text is known. */
  blind: z.array(Id),
  /** Of attachments. */
  hashes: z.array(Sha256),
});
export type ErasedHere = z.infer<typeof ErasedHere>;

const nothing = z.undefined();

export const erasureRequests = {
  "erasures/read": request(nothing, ErasureState),
  /**
   * Durable: the journal, its copy, the shelves of drafts and attachments forget it at once; the readable copy is to be
   * made anew.
   */
  "erasures/note": request(ErasedHere, z.object({})),
  /**
   * The newest snapshot stays, and nothing else of the readable copy, of older snapshots and of copies that were set
   * aside; then the page is loaded again and makes a new one from it.
   */
  "erasures/rebuild": request(nothing, z.object({})),
  /** Ids of documents, and how many files of the profile, in which the texts are still found outside the readable copy. */
  "erasures/search": request(
    nothing,
    z.object({
      needles: z.array(z.string()),
      ids: z.array(z.string()),
      files: z.int(),
      searched: z.int(),
    }),
  ),
  "erasures/report": request(
    ErasureState.shape.done.element.omit({
      ...{ contacts: true, at: true, blind: true },
    }),
    ErasureState,
  ),
};
