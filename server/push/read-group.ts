import { findPoison } from "../../shared/sync/poison.ts";
import { Group, type Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { Id } from "../../shared/entities/fields.ts";
import { validateOp } from "../../shared/sync/validate-op.ts";
import { touchedKeys } from "./touched-keys.ts";

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** A group of a push, read without the database. A bad one keeps its number: it counts as processed. */
export interface ReadGroup {
  readonly d: number;
  /** Null when the group was too broken to have one. */
  readonly m: string | null;
  readonly hlc: string;
  /** As the entity files read them; none when the group is refused. */
  readonly ops: readonly Op[];
  /** The documents that it names; the answer carries them, also when the group is refused. */
  readonly touched: readonly DocumentKey[];
  /** Documents whose number the sender says to have received from a server: it is then not taken for a typed one. */
  readonly issued: ReadonlySet<string>;
  /** Who had made the documents that it gives back, as it says. */
  readonly authors: ReadonlyMap<string, string>;
  readonly refusal: Refusal | null;
}

/**
 * Everything that can be said against a group before the transaction: characters and keys that no database or object
 * should meet, the wire's form, and each operation against its entity file.
 *
 * @param raw the group as it came, parsed but otherwise untouched; `d` is known to be a whole number
 */
export function readGroup(raw: { readonly d: number }): ReadGroup {
  const m = Id.safeParse((raw as { m?: unknown }).m).data ?? null;
  const touched = touchedKeys(raw);
  const refused = (code: string, message: string): ReadGroup => ({
    d: raw.d,
    m,
    hlc: "0.0",
    ops: [],
    touched,
    issued: new Set(),
    authors: new Map(),
    refusal: { code, message },
  });
  const poison = findPoison(raw);
  if (poison) return refused(poison, "The group holds what cannot be stored.");
  const parsed = Group.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join("/") ?? "";
    return refused("bad_group", `${where}: ${issue?.message ?? "unreadable"}`);
  }
  const ops: Op[] = [];
  for (const op of parsed.data.ops) {
    const verdict = validateOp(op);
    if (!verdict.ok) return refused(verdict.code, verdict.message);
    ops.push(verdict.op);
  }
  return {
    d: raw.d,
    m,
    hlc: parsed.data.hlc,
    ops,
    touched,
    issued: issuedIn(parsed.data.ops),
    authors: authorsIn(parsed.data.ops),
    refusal: null,
  };
}

/** A pulled contact says so itself; a device that refills a restored server sends it back like that (NUM-6). */
function issuedIn(ops: readonly Op[]): Set<string> {
  return new Set(
    ops
      .filter((op) => op.k === "ins" && op.v["noStatus"] === "final")
      .map((op) => op.id),
  );
}

/** As a pulled document says it; the entity files take it out of what is written. */
function authorsIn(ops: readonly Op[]): Map<string, string> {
  return new Map(
    ops.flatMap((op) => {
      const author = op.k === "ins" && op.h !== undefined && op.v["createdBy"];
      const id = Id.safeParse(author).data;
      return id === undefined ? [] : [[op.id, id] as const];
    }),
  );
}
