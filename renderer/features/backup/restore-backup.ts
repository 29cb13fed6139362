import type { Change } from "../../../shared/domain/change.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import { isCollection, isServers } from "../../../shared/entities/registry.ts";
import { staysHere } from "../../local-store/save.ts";
import type { BackupManifest } from "../../../shared/ipc/backup.ts";
import type { Bridge } from "../../../shared/ipc/contract.ts";
import {
  differing,
  judge,
  kindOf,
  readBackedUp,
  RESTORE_KINDS,
  restoring,
  type BackedUp,
  type RestoreKind,
  type RestoreRights,
  type RestoreVerdict,
  type RestoreWay,
} from "../../../shared/sync/restore-document.ts";
import { createImportBatch } from "../../../shared/vcard/import-batch.ts";
import type { Store } from "../../local-store/store.ts";
import type { CommandSteps } from "../../local-store/undo-state.ts";
import { BACKED_UP } from "./make-backup.ts";

export type Verdicts = Readonly<Record<RestoreVerdict, number>>;
const NO_VERDICTS = { new: 0, same: 0, changed: 0, conflict: 0, left: 0 };

/** What a backup would do to this notebook. */
export interface RestorePreview {
  readonly counts: Readonly<Record<RestoreKind, Verdicts>>;
  /** Accounts and purchases, where the server alone says what they are. */
  readonly servers: number;
  /** What the server has said of documents, and nobody has written. */
  readonly said: number;
  /** Documents that this version cannot read. */
  readonly unreadable: number;
  /** The first that differ, with the members in which they do. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly kind: RestoreKind;
  readonly verdict: "changed" | "conflict";
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
}

export interface RestoreChoice {
  readonly kinds: ReadonlySet<RestoreKind>;
  readonly changed: RestoreWay;
  readonly conflicts: RestoreWay;
}

export interface Restored {
  readonly end: "complete" | "canceled" | "damaged" | "disk-full" | "io";
  /** Documents that were brought back or changed. */
  readonly made: number;
  /** Of them, those that a server hears of. */
  readonly sent: number;
}

interface RestoreDeps extends RestoreRights {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Pick<Store, "getMany" | "marks">;
  readonly onProgress: (done: number, of: number) => void;
  readonly isCanceled: () => boolean;
}

const SHOWN = 20;

/** Reads the whole file, attachments too; nothing is written. */
export async function previewRestore(
  deps: RestoreDeps,
  { entries }: BackupManifest,
): Promise<RestorePreview | "canceled" | "damaged"> {
  const counts = Object.fromEntries(
    RESTORE_KINDS.map((kind) => [kind, { ...NO_VERDICTS }]),
  ) as Record<RestoreKind, Record<RestoreVerdict, number>>;
  const differences: Difference[] = [];
  let servers = 0;
  let said = 0;
  let unreadable = 0;
  for (const [i, entry] of entries.entries()) {
    if (deps.isCanceled()) return "canceled";
    const { text, whole } = await deps.bridge.invoke("backup/read", {
      entry: i,
    });
    if (!whole) return "damaged";
    const part = text === null ? null : documentsIn(entry.name, text);
    for (const judged of part ? await judgedOf(deps, part.known) : []) {
      const { one, here, verdict } = judged;
      const kind = kindOf(one, deps.connected);
      if (kind === null) {
        if (isServers(one.c)) servers += 1;
        else said += 1;
        continue;
      }
      counts[kind][verdict] += 1;
      if (
        (verdict === "changed" || verdict === "conflict") &&
        differences.length < SHOWN
      )
        differences.push({
          ...{ kind, verdict, id: one.doc.id, name: nameOf(one) },
          fields: here ? differing(one, here) : [],
        });
    }
    unreadable += part?.unreadable ?? 0;
    deps.onProgress(i + 1, entries.length);
  }
  return { counts, servers, said, unreadable, differences };
}

interface Pass {
  readonly c: CollectionName;
  readonly only?: (doc: BackedUp["doc"]) => boolean;
}

/** Who is spoken of comes before who speaks of them. */
const PASSES = BACKED_UP.flatMap((c): readonly Pass[] =>
  c === "contacts"
    ? [
        { c, only: (v) => v["type"] === "company" && !v["mergedInto"] },
        { c, only: (v) => v["type"] !== "company" && !v["mergedInto"] },
        { c, only: (v) => v["mergedInto"] !== undefined },
      ]
    : [{ c }],
);

/**
 * Brings back what was chosen, as changes like any others: they are saved in portions, sent to the server and taken back by
 * one Undo. Ended early it leaves what was done until then.
 */
export async function restoreBackup(
  deps: RestoreDeps & { readonly steps: CommandSteps },
  { entries }: BackupManifest,
  choice: RestoreChoice,
): Promise<Restored> {
  const files = new Map(
    entries.map(({ name }, i) => [name.replace("files/", ""), i]),
  );
  const partsOf = (c: CollectionName) =>
    [...entries.entries()].filter(
      ([, { name, documents }]) =>
        documents !== undefined && collectionIn(name) === c,
    );
  const of = PASSES.reduce((sum, { c }) => sum + partsOf(c).length, 0);
  let done = 0;
  let made = 0;
  let sent = 0;
  const batch = createImportBatch();
  const save = async (changes: readonly Change[]) => {
    if (changes.length === 0) return null;
    const saved = await deps.steps.save(changes);
    if (saved.status === "failed") return saved.reason;
    made += changes.length;
    sent += changes.filter((one) => !staysHere(one.c)).length;
    return null;
  };
  for (const { c, only } of PASSES) {
    for (const [i, { name }] of partsOf(c)) {
      if (deps.isCanceled()) return { end: "canceled", made, sent };
      const { text } = await deps.bridge.invoke("backup/read", { entry: i });
      if (text === null) return { end: "damaged", made, sent };
      const known = documentsIn(name, text).known.filter(
        ({ doc }) => only?.(doc) ?? true,
      );
      for (const { one, here, verdict } of await judgedOf(deps, known)) {
        const kind = kindOf(one, deps.connected);
        if (kind === null || !choice.kinds.has(kind)) continue;
        const way = wayOf(verdict, choice);
        const change = way && restoring(one, here, way);
        if (!change) continue;
        const file = c === "files" && files.get(String(one.doc["sha256"]));
        if (typeof file === "number") {
          const { taken } = await deps.bridge.invoke("backup/take-file", {
            entry: file,
          });
          if (!taken) return { end: "io", made, sent };
        }
        const full = batch.add([change]);
        const failed = full && (await save(full));
        if (failed) return { end: failed, made, sent };
      }
      deps.onProgress(++done, of);
    }
    // What is spoken of is saved before who speaks of it.
    const failed = await save(batch.take());
    if (failed) return { end: failed, made, sent };
  }
  return { end: "complete", made, sent };
}

function wayOf(verdict: RestoreVerdict, choice: RestoreChoice) {
  switch (verdict) {
    case "new":
      return "take" as const;
    case "changed":
      return choice.changed;
    case "conflict":
      return choice.conflicts;
    default:
      return null;
  }
}

async function judgedOf(
  { store, manages, connected }: RestoreDeps,
  known: readonly BackedUp[],
) {
  const [first] = known;
  if (!first) return [];
  const { c } = first;
  const rights = { manages, connected };
  const found = await store.getMany(
    c,
    known.map(({ doc }) => doc.id),
  );
  return Promise.all(
    known.map(async (one) => {
      const here = (found.get(one.doc.id) ?? null) as BackedUp["doc"] | null;
      const verdict = judge(one, here, false, rights);
      const isPending =
        verdict === "changed" &&
        (await store.marks(c, one.doc.id))?.pending === true;
      const last = isPending ? judge(one, here, true, rights) : verdict;
      return { one, here, verdict: last };
    }),
  );
}

function collectionIn(entry: string): CollectionName | null {
  const [c = ""] = entry.split("/");
  return isCollection(c) ? c : null;
}

function documentsIn(entry: string, text: string) {
  const c = collectionIn(entry);
  const known: BackedUp[] = [];
  let unreadable = 0;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const one = c && readBackedUp(c, parsed(line));
    if (one) known.push(one);
    else unreadable += 1;
  }
  return { known, unreadable };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function nameOf({ doc }: BackedUp): string {
  const word = doc["name"] ?? doc["description"] ?? doc["code"] ?? doc["text"];
  return typeof word === "string" ? word.slice(0, 80) : "";
}
