import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { SnapshotShelf } from "./snapshot-shelf.ts";

/** Larger ones are none of ours that could hold a text: attachments and snapshots are sealed and looked into otherwise. */
const LARGEST = 64 * 1024 * 1024;

export interface ProfileSearch {
  /** Of documents that hold one of the texts. */
  readonly ids: readonly string[];
  /** Files in which one stands in clear. */
  readonly files: number;
  /** Pieces and files that were looked at. */
  readonly searched: number;
}

/**
 * PRV-5: looks for texts in all that the main process can open: what the journal holds, half-typed forms, every piece of
 * every snapshot; and in all files of the profile as they lie there, since nothing may stand in clear.
 */
export async function searchProfile(
  deps: {
    readonly profile: string;
    readonly remembered: () => Promise<readonly unknown[]>;
    readonly drafts: () => Promise<readonly unknown[]>;
    readonly snapshots: Pick<SnapshotShelf, "list" | "read">;
  },
  needles: readonly string[],
): Promise<ProfileSearch> {
  const ids = new Set<string>();
  let searched = 0;
  const look = (value: unknown) => {
    searched += 1;
    if (!holdsOne(JSON.stringify(value), needles)) return;
    for (const id of idsIn(value)) ids.add(id);
  };
  for (const one of await deps.remembered()) look(one);
  for (const one of await deps.drafts()) look(one);
  for (const name of await deps.snapshots.list())
    for (let piece = 0; ; piece++) {
      const text = await deps.snapshots.read(name, piece);
      if (text === null) break;
      const { docs } = JSON.parse(text) as { docs?: readonly unknown[] };
      for (const doc of docs ?? []) look(doc);
    }
  let files = 0;
  const patterns = needles.flatMap((needle) =>
    (["utf8", "utf16le", "latin1"] as const).map((encoding) =>
      Buffer.from(needle, encoding),
    ),
  );
  const names = await readdir(deps.profile, { recursive: true });
  for (const name of names) {
    const file = path.join(deps.profile, name);
    const found = await stat(file).catch(() => null);
    if (!found?.isFile() || found.size > LARGEST) continue;
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) continue;
    searched += 1;
    if (patterns.some((pattern) => bytes.includes(pattern))) files += 1;
  }
  return { ids: [...ids], files, searched };
}

function holdsOne(text: string, needles: readonly string[]): boolean {
  return needles.some((needle) =>
    text.includes(JSON.stringify(needle).slice(1, -1)),
  );
}

/** Of a document its own, of an entry those that it is about. */
function idsIn(value: unknown): readonly string[] {
  const { id, ops } = value as {
    readonly id?: unknown;
    readonly ops?: readonly { readonly id: string }[];
  };
  if (ops) return ops.map((op) => op.id);
  return typeof id === "string" ? [id] : ["?"];
}
