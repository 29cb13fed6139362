import { mkdir, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { replaceFile } from "./durable-file.ts";
import { seal, unseal } from "./sealed-bytes.ts";

const PURPOSE = "carnet/draft";
const NAME = /^[0-9a-f-]{36}\.sealed$/;

/** Half-typed forms once more, sealed, outside what Chromium clears: what the readable copy has lost is read from here. */
export interface DraftShelf {
  /** Null: it was saved or thrown away. A disk that refuses is not an error: the readable copy has it, too. */
  keep(id: string, draft: unknown): Promise<void>;
  /** PRV-5: those that name one of these ids. */
  forget(ids: readonly string[]): Promise<void>;
  /** What can be read. */
  read(): Promise<readonly unknown[]>;
}

export async function openDraftShelf(
  folder: string,
  key: Uint8Array,
): Promise<DraftShelf> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileOf = (id: string) => path.join(folder, `${id}.sealed`);
  /** One after the other: of two states of a draft the later stays. */
  let queue: Promise<unknown> = Promise.resolve();

  async function write(id: string, draft: unknown): Promise<void> {
    const step =
      draft === null
        ? rm(fileOf(id), { force: true })
        : replaceFile(
            fileOf(id),
            seal(key, `${PURPOSE}/${id}`, JSON.stringify(draft)),
          );
    await step.catch(() => undefined);
  }

  async function read(): Promise<readonly unknown[]> {
    await queue;
    const drafts: unknown[] = [];
    for (const name of await readdir(folder)) {
      if (!NAME.test(name)) continue;
      const id = name.slice(0, 36);
      const sealed = await readFile(path.join(folder, name)).catch(() => null);
      const plain = sealed && unseal(key, `${PURPOSE}/${id}`, sealed);
      if (plain) drafts.push(JSON.parse(plain.toString("utf8")));
    }
    return drafts;
  }

  return {
    read,
    async forget(ids) {
      for (const draft of await read()) {
        const text = JSON.stringify(draft);
        if (!ids.some((id) => text.includes(id))) continue;
        await write(String((draft as { id?: unknown }).id), null);
      }
    },
    keep(id, draft) {
      const turn = queue.then(() => write(id, draft));
      queue = turn;
      return turn;
    },
  };
}
