import { readFile } from "node:fs/promises";
import { z } from "zod";
import {
  ErasedHere,
  ErasureState,
  type ErasedHere as Erased,
} from "../../shared/ipc/erasures.ts";
import { replaceFile } from "./durable-file.ts";
import { seal, unseal } from "./sealed-bytes.ts";

const PURPOSE = "carnet/erasures";
const KEPT_REPORTS = 200;
const NEEDLES = 5_000;

const Book = z.object({
  waiting: ErasedHere.omit({ hashes: true, held: true }).extend({
    blind: ErasedHere.shape.blind.default([]),
  }),
  rebuilt: z.boolean(),
  done: ErasureState.shape.done,
});
type Book = z.infer<typeof Book>;

const EMPTY: Book = {
  waiting: { keys: [], contacts: [], needles: [], blind: [] },
  rebuilt: false,
  done: [],
};

/** PRV-5: what has to go from this device's files, sealed, until it was looked for; then only that it was. */
export interface ErasureBook {
  read(): Promise<ErasureState>;
  waiting(): Promise<Book["waiting"]>;
  note(erased: Erased): Promise<void>;
  rebuilt(): Promise<void>;
  /** What it was looked for by is destroyed. */
  finish(
    report: Omit<ErasureState["done"][number], "contacts" | "at" | "blind">,
  ): Promise<ErasureState>;
}

export function openErasureBook(deps: {
  readonly file: string;
  readonly key: Uint8Array;
  readonly now: () => number;
}): ErasureBook {
  const { file, key } = deps;
  let turn: Promise<unknown> = Promise.resolve();

  async function load(): Promise<Book> {
    const sealed = await readFile(file).catch(() => null);
    const plain = sealed && unseal(key, PURPOSE, sealed);
    const found = plain && Book.safeParse(JSON.parse(plain.toString("utf8")));
    return found?.data ?? EMPTY;
  }
  /** One after the other. */
  function change(next: (book: Book) => Book): Promise<Book> {
    const step = turn.then(async () => {
      const book = next(await load());
      await replaceFile(file, seal(key, PURPOSE, JSON.stringify(book)));
      return book;
    });
    turn = step.catch(() => undefined);
    return step;
  }

  return {
    read: async () => stateOf(await load()),
    waiting: async () => (await load()).waiting,
    async note({ keys, contacts, needles, blind }) {
      await change(({ waiting, done }) => ({
        waiting: {
          keys: joined(waiting.keys, keys),
          contacts: joined(waiting.contacts, contacts),
          needles: joined(waiting.needles, needles).slice(0, NEEDLES),
          // It is told more than once, and the second time nothing is left of it.
          blind: joined(
            waiting.blind,
            blind.filter((id) => !isKnown(waiting, done, id)),
          ),
        },
        // What is erased now was in the copy that was made anew before.
        rebuilt: false,
        done,
      }));
    },
    async rebuilt() {
      await change((book) => ({ ...book, rebuilt: true }));
    },
    async finish(report) {
      const book = await change(({ waiting, done }) => ({
        ...EMPTY,
        done: [
          ...done,
          {
            ...{ ...report, contacts: waiting.contacts, at: deps.now() },
            blind: waiting.blind.length,
          },
        ].slice(-KEPT_REPORTS),
      }));
      return stateOf(book);
    },
  };
}

function stateOf({ waiting, rebuilt, done }: Book): ErasureState {
  return { waiting: waiting.contacts, rebuilt, done };
}

function isKnown(
  waiting: Book["waiting"],
  done: Book["done"],
  id: string,
): boolean {
  return [waiting, ...done].some(({ contacts }) => contacts.includes(id));
}

function joined(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}
