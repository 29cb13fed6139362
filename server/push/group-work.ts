import type { Change } from "../../shared/domain/change.ts";
import { mergeOp, stampOf } from "../../shared/sync/merge.ts";
import type {
  FieldConflict,
  HistoryRow,
  MergeContext,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import type { GroupResult, Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { toOps } from "../../shared/sync/to-ops.ts";
import type { Touched } from "../accounts/linking-run.ts";
import type {
  Forgotten,
  TenantWriter,
  UnsavedDocument,
} from "../storage/sync-storage.ts";
import { privateBucket, type Caller } from "./caller.ts";
import { noteDocument, numberNotice } from "./conflict-note.ts";
import { withSelfReference } from "./contact-op.ts";
import { msOf } from "./envelope.ts";
import { GroupRefused } from "./group-refused.ts";
import type { NumberBook } from "./number-book.ts";
import type { ReadGroup } from "./read-group.ts";
import { areMerged } from "./merged-contacts.ts";
import { bucketOf } from "./rights.ts";
import { nameOf, type WorkingSet } from "./working-set.ts";

export interface GroupDeps {
  readonly tenant: TenantWriter;
  readonly working: WorkingSet;
  /** By collection: those whose documents carry a number. */
  readonly numbers: ReadonlyMap<string, NumberBook>;
  readonly newId: () => string;
}

export interface AppliedHistory extends HistoryRow {
  readonly key: DocumentKey;
}

/** What TYP-2 has changed by itself on a contact that has become a company. */
function employerTaken(
  before: StoredDocument | null,
  merged: StoredDocument,
  completed: StoredDocument,
): readonly Pick<HistoryRow, "path" | "from" | "to">[] {
  if (!before || merged.v["companyId"] === completed.v["companyId"]) return [];
  return ["companyId", "companyName"].map((path) => ({
    path,
    from: before.v[path] ?? null,
    to: completed.v[path] ?? null,
  }));
}

/** One group while it is being applied: what it has touched and how it writes. The rules are elsewhere. */
export class GroupWork {
  readonly history: AppliedHistory[] = [];
  readonly conflicts: { doc: StoredDocument; conflict: FieldConflict }[] = [];
  /** Each touched document as it was before the group. */
  readonly before = new Map<string, StoredDocument | null>();
  readonly deps: GroupDeps;
  readonly caller: Caller;
  readonly context: MergeContext;
  /** The server's own work, as an import. */
  readonly trusted: boolean;
  readonly sentWhole: ReadonlySet<string>;
  /** Contacts that it would have absorbed, and that are absorbed otherwise already. */
  readonly leftOut = new Set<string>();
  /** As a device holds them, for a restored server. */
  readonly givenBack: ReadonlySet<string>;
  /** Contacts that have got their type back. */
  readonly typesKept = new Set<string>();
  /** Whom documents were sent as the work of, and that is erased since: by document. */
  readonly erasedCompanies = new Map<string, string>();
  /** What is erased with this group. */
  readonly forgotten: Forgotten[] = [];
  readonly #contactsWhole: ReadonlySet<string>;
  readonly #group: Pick<ReadGroup, "issued" | "authors">;

  constructor(
    deps: GroupDeps,
    caller: Caller,
    context: MergeContext,
    group: Pick<ReadGroup, "ops" | "issued" | "authors">,
    trusted: boolean,
  ) {
    this.deps = deps;
    this.caller = caller;
    this.context = context;
    this.trusted = trusted;
    this.#group = group;
    const idsOf = (fits: (op: Op) => boolean) =>
      new Set(group.ops.filter(fits).map(({ id }) => id));
    this.sentWhole = idsOf(({ k }) => k === "ins");
    this.#contactsWhole = idsOf(({ c, k }) => c === "contacts" && k === "ins");
    this.givenBack = idsOf((op) => op.k === "ins" && op.h !== undefined);
  }

  /** What it has touched so far. */
  touched(): Touched[] {
    return [...this.before].flatMap(([name, before]): Touched[] => {
      const [c, id] = name.split("/") as [DocumentKey["c"], string];
      const after = this.deps.working.get({ c, id })?.doc;
      return after ? [{ c, id, before, after }] : [];
    });
  }

  /** NUM-1, NUM-5, NUM-8: the number that a new document goes into the world with. */
  number(op: Extract<Op, { k: "ins" }>): Op {
    const book = this.deps.numbers.get(op.c);
    if (!book) return op;
    const typed = typeof op.v["no"] === "string" ? op.v["no"] : undefined;
    const given = book.assign(
      op.id,
      typed,
      this.context.device,
      this.#group.issued.has(op.id),
    );
    if (!given.ok)
      throw new GroupRefused("series_ended", "The number series has ended.");
    if (given.replaced !== undefined) this.#numberNotice(op, given);
    const aliases = Array.isArray(op.v["aliases"]) ? op.v["aliases"] : [];
    const v = { ...op.v, no: given.no };
    return given.alias === undefined || op.c !== "contacts"
      ? { ...op, v }
      : { ...op, v: { ...v, aliases: [...aliases, given.alias] } };
  }

  #numberNotice(op: Op, given: { no: string; replaced?: string }): void {
    const stub = { c: op.c, id: op.id, v: {} } as unknown as StoredDocument;
    const note = numberNotice(
      this.deps.newId(),
      stub,
      given.replaced ?? "",
      given.no,
    );
    const bucket = privateBucket(this.caller.user.id);
    this.put(noteDocument(note, bucket, this.stamp()), null);
  }

  merge(op: Op, held: UnsavedDocument | null): GroupResult["s"] {
    const context = this.contextOf(op);
    const merged = mergeOp(held?.doc ?? null, op, context);
    if (!merged.ok) throw new GroupRefused(merged.code, merged.message);
    const key = { c: merged.doc.c, id: merged.doc.id };
    this.history.push(...merged.history.map((row) => ({ ...row, key })));
    for (const conflict of merged.conflicts)
      this.conflicts.push({ doc: merged.doc, conflict });
    if (merged.changed) {
      const doc = this.#completed(merged.doc);
      const stamp = stampOf(op, context, doc.rev);
      for (const row of employerTaken(held?.doc ?? null, merged.doc, doc))
        this.history.push({ ...row, outcome: "set", stamp, key });
      const at = msOf(stampOf(op, context, 0).h);
      const newest = at >= (held?.modifiedMs ?? 0);
      this.put(
        {
          doc,
          bucket: held?.bucket ?? bucketOf(this.caller, merged.doc),
          modifiedMs: newest ? at : (held?.modifiedMs ?? at),
          modifiedBy: newest
            ? this.context.user
            : (held?.modifiedBy ?? this.context.user),
        },
        held?.doc ?? null,
      );
    }
    return merged.outcome;
  }

  contextOf(op: Op): MergeContext {
    const author = this.#group.authors.get(op.id);
    const isPersonOf = this.trusted
      ? undefined
      : (id: string, companyId: string) => this.#isPersonOf(id, companyId);
    const areOne = (a: unknown, b: unknown) => areMerged(this, a, b);
    return { ...this.context, author, isPersonOf, areOne };
  }

  /** Who was deleted may since have worked elsewhere: one who comes back gets back what they had. */
  #isPersonOf(id: string, companyId: string): boolean {
    const doc = this.deps.working.get({ c: "contacts", id })?.doc;
    if (!doc || doc.deleted) return this.#contactsWhole.has(id);
    if (doc.v["type"] !== "person") return false;
    const isBack =
      doc.stamps[""] !== undefined || this.before.get(nameOf(doc)) === null;
    return isBack || doc.v["companyId"] === companyId;
  }

  /** TYP-2 for a company; for a person whose device did not say it, the name of their company (NAM-3). */
  #completed(doc: StoredDocument): StoredDocument {
    const own = withSelfReference(doc);
    const { companyId, companyName } = own.v;
    if (own.c !== "contacts" || companyName !== undefined) return own;
    if (typeof companyId !== "string") return own;
    const company = this.deps.working.get({ c: "contacts", id: companyId });
    const name = company?.doc.v["name"];
    return typeof name === "string"
      ? { ...own, v: { ...own.v, companyName: name } }
      : own;
  }

  /** Writes what a rule has worked out. */
  write(change: Change): void {
    const { c, id } = change;
    const held = this.deps.working.get({ c, id });
    for (const op of toOps(change, held?.doc.rev ?? 0)) {
      const now = this.deps.working.get({ c, id });
      this.merge(op.k === "ins" ? this.number(op) : op, now);
    }
  }

  /** Takes a deletion back, whoever made it. */
  restore(held: UnsavedDocument): void {
    const rev = held.doc.rev + 1;
    const doc = { ...held.doc, deleted: false, rev };
    this.put({ ...held, doc }, held.doc);
    const row = {
      path: "",
      from: "deleted",
      to: null,
      outcome: "set" as const,
    };
    const stamp = { ...this.stamp(), r: rev };
    this.history.push({ ...row, stamp, key: { c: doc.c, id: doc.id } });
  }

  put(document: UnsavedDocument, before: StoredDocument | null): void {
    const name = `${document.doc.c}/${document.doc.id}`;
    if (!this.before.has(name)) this.before.set(name, before);
    this.deps.working.put(document);
  }

  stamp() {
    const { hlc, device, user } = this.context;
    return { h: hlc, d: device, u: user };
  }
}
