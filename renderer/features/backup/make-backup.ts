import type { Bridge } from "../../../shared/ipc/contract.ts";
import { BACKUP_PART_MAX } from "../../../shared/ipc/backup.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import { isNoForm } from "../../local-store/kept-drafts.ts";
import type { Store } from "../../local-store/store.ts";

/** Documents that are read, and then written, at a time. */
const AT_ONCE = 500;

/** In the order in which they are of use when they come back: what others speak of comes first. */
export const BACKED_UP = [
  "codes",
  "settings",
  "contacts",
  "files",
  "notes",
  "opportunities",
  "tasks",
  "interactions",
  "accounts",
  "purchases",
  "drafts",
] as const satisfies readonly CollectionName[];

export type BackupMade =
  | {
      readonly status: "saved";
      readonly name: string;
      readonly bytes: number;
      readonly documents: number;
    }
  | { readonly status: "canceled" }
  | { readonly status: "failed"; readonly reason: "disk-full" | "io" };

/**
 * Writes all that the notebook holds, as it stands on this device, unsent work included, into a file of the person's choice;
 * piece by piece, so that no size is too large. The main process seals it (FORMAT.md).
 */
export async function makeBackup(
  deps: {
    readonly bridge: Pick<Bridge, "invoke">;
    readonly store: Pick<Store, "page" | "counts">;
    readonly onProgress: (done: number, of: number) => void;
    readonly isCanceled: () => boolean;
  },
  asked: { readonly name: string; readonly passphrase: string },
): Promise<BackupMade> {
  const { bridge, store } = deps;
  const begun = await bridge.invoke("backup/begin", asked);
  if (begun.status === "failed") return begun;
  if (begun.status === "canceled") return { status: "canceled" };
  const counts = await store.counts();
  const of = BACKED_UP.reduce((sum, c) => sum + counts[c], 0);
  const hashes = new Set<string>();
  let done = 0;
  let documents = 0;
  for (const collection of BACKED_UP)
    for (let after = ""; ;) {
      if (deps.isCanceled()) {
        await bridge.invoke("backup/cancel", undefined);
        return { status: "canceled" };
      }
      const page = await store.page(collection, after, AT_ONCE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      const kept = page.filter((one) => !("form" in one && isNoForm(one.form)));
      for (const one of kept)
        if ("sha256" in one && one.role === undefined) hashes.add(one.sha256);
      for (const lines of inPieces(kept)) {
        const text = lines.join("");
        const part = { collection, documents: lines.length, text };
        const added = await bridge.invoke("backup/add", part);
        if (added.status === "failed") return added;
      }
      documents += kept.length;
      done += page.length;
      deps.onProgress(done, of + hashes.size);
    }
  for (const sha256 of hashes) {
    if (deps.isCanceled()) {
      await bridge.invoke("backup/cancel", undefined);
      return { status: "canceled" };
    }
    const added = await bridge.invoke("backup/add-file", { sha256 });
    if (added.status === "failed") return added;
    deps.onProgress(++done, of + hashes.size);
  }
  const ended = await bridge.invoke("backup/finish", undefined);
  return ended.status === "saved" ? { ...ended, documents } : ended;
}

/** Lines of at most what crosses at once; one alone is never longer. */
function inPieces(documents: readonly object[]): readonly string[][] {
  const pieces: string[][] = [];
  let letters = Infinity;
  for (const one of documents) {
    const line = `${JSON.stringify(one)}\n`;
    if (letters + line.length > BACKUP_PART_MAX / 4) {
      pieces.push([]);
      letters = 0;
    }
    pieces.at(-1)?.push(line);
    letters += line.length;
  }
  return pieces;
}
