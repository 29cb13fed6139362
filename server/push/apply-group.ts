import type { Change } from "../../shared/domain/change.ts";
import { entityOf } from "../../shared/entities/registry.ts";
import {
  inheritFlagsOf,
  type InheritFlags,
} from "../../shared/domain/inheritance.ts";
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
import { carryOutRequests } from "../accounts/carry-out.ts";
import { followAccounts } from "../accounts/follow-accounts.ts";
import type { LinkingRun, Touched } from "../accounts/linking-run.ts";
import { marketingSetting, readSetUp } from "../accounts/set-up.ts";
import { settleLinks } from "../accounts/settle-links.ts";
import { settleRelations } from "../accounts/settle-relations.ts";
import type { TenantWriter, UnsavedDocument } from "../storage/sync-storage.ts";
import { bucketsOf, privateBucket, type Caller } from "./caller.ts";
import { conflictNote, noteDocument, numberNotice } from "./conflict-note.ts";
import { contactAskedFor, contactRefusal, wentWith } from "./contact-guards.ts";
import { allowedOp, withSelfReference } from "./contact-op.ts";
import { msOf } from "./envelope.ts";
import { followContact } from "./files-of-contact.ts";
import {
  inheritedOps,
  joiningOps,
  reachesPeople,
} from "./inherit-to-people.ts";
import type { NumberBook } from "./number-book.ts";
import type { ReadGroup, Refusal } from "./read-group.ts";
import { deletedButNamed } from "./keep-codes.ts";
import { bucketOf, refusalFor } from "./rights.ts";
import { openWorkRefusal, privacyRefusal } from "./rules.ts";
import { nameOf, type WorkingSet } from "./working-set.ts";

const MAX_DOCUMENT_BYTES = 64 * 1024;

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

export interface Applied {
  readonly result: GroupResult;
  readonly history: readonly AppliedHistory[];
}

/** Thrown inside a group only: everything it has done so far is rolled back and its neighbours go on. */
class GroupRefused extends Error {
  readonly refusal: Refusal;
  constructor(code: string, message: string) {
    super(message);
    this.refusal = { code, message };
  }
}

/**
 * Applies one group whole or not at all; what it changed is then in the working set, committed.
 *
 * @param trusted the server's own work, as an import: the rights and rules of a person's device do not bind it
 */
export async function applyGroup(
  deps: GroupDeps,
  caller: Caller,
  group: Pick<ReadGroup, "d" | "ops" | "issued" | "authors" | "refusal">,
  context: MergeContext,
  trusted = false,
): Promise<Applied> {
  const { working, numbers } = deps;
  const run = new GroupRun(deps, caller, context, group, trusted);
  try {
    if (group.refusal)
      throw new GroupRefused(group.refusal.code, group.refusal.message);
    for (const op of group.ops) await run.apply(op);
    await run.bringBackContacts();
    await run.linkAccounts();
    await run.takeFilesAlong();
    await run.keepCodes();
    await run.guardContacts();
    await run.addNotes();
    run.check();
  } catch (error) {
    working.rollback();
    for (const book of numbers.values()) book.rollback();
    if (!(error instanceof GroupRefused)) throw error;
    return {
      result: { d: group.d, s: "rejected", ...error.refusal },
      history: [],
    };
  }
  working.commit();
  for (const book of numbers.values()) book.commit();
  return { result: { d: group.d, s: run.outcome() }, history: run.history };
}

/** The state of one group while it is being applied. */
class GroupRun {
  readonly history: AppliedHistory[] = [];
  readonly #deps: GroupDeps;
  readonly #caller: Caller;
  readonly #context: MergeContext;
  readonly #buckets: readonly string[];
  readonly #group: Pick<ReadGroup, "issued" | "authors">;
  readonly #sentWhole: ReadonlySet<string>;
  readonly #contactsWhole: ReadonlySet<string>;
  /** As a device holds them, for a restored server. */
  readonly #givenBack: ReadonlySet<string>;
  /** Contacts that something new is about. */
  readonly #askedFor = new Set<string>();
  readonly #trusted: boolean;
  readonly #outcomes = new Set<GroupResult["s"]>();
  readonly #conflicts: { doc: StoredDocument; conflict: FieldConflict }[] = [];
  /** Each touched document as it was before the group. */
  readonly #before = new Map<string, StoredDocument | null>();

  constructor(
    deps: GroupDeps,
    caller: Caller,
    context: MergeContext,
    group: Pick<ReadGroup, "ops" | "issued" | "authors">,
    trusted: boolean,
  ) {
    this.#deps = deps;
    this.#caller = caller;
    this.#context = context;
    this.#group = group;
    this.#trusted = trusted;
    this.#sentWhole = new Set(
      group.ops.filter(({ k }) => k === "ins").map(({ id }) => id),
    );
    this.#contactsWhole = new Set(
      group.ops
        .filter(({ c, k }) => c === "contacts" && k === "ins")
        .map(({ id }) => id),
    );
    this.#givenBack = new Set(
      group.ops
        .filter((op) => op.k === "ins" && op.h !== undefined)
        .map(({ id }) => id),
    );
    this.#buckets = bucketsOf(caller);
  }

  async apply(op: Op): Promise<void> {
    const key = { c: op.c as DocumentKey["c"], id: op.id };
    const held = this.#deps.working.get(key);
    // A device's starter list is for lists that are not there yet, and changes none that are.
    if (op.c === "codes" && op.k === "ins" && op.o === "imported" && held) {
      this.#outcomes.add("same");
      return;
    }
    // Out of reach looks exactly like absent, for an insert too: nobody learns that an id is in use.
    if (held && !this.#buckets.includes(held.bucket))
      throw new GroupRefused("not_found", "No such document.");
    const stored = held?.doc ?? null;
    if (this.#trusted) {
      this.#outcomes.add(this.#merge(op, held));
      return;
    }
    const no = refusalFor(
      this.#caller,
      op,
      stored,
      this.#amended(op),
      this.#contextOf(op),
    );
    if (no) throw new GroupRefused("forbidden", no);
    const broken =
      privacyRefusal(op, stored, this.#deps.working) ??
      (await openWorkRefusal(op, stored, this.#deps));
    if (broken) throw new GroupRefused(broken.code, broken.message);
    const askedFor = op.k === "ins" && stored ? null : contactAskedFor(op);
    if (askedFor !== null) this.#askedFor.add(askedFor);
    const allowed = allowedOp(op, stored);
    if (!allowed)
      throw new GroupRefused("immutable", "A final number never changes.");
    const numbered =
      allowed.k === "ins" && !stored
        ? this.#number(await this.#withCycle(allowed))
        : allowed;
    this.#outcomes.add(this.#merge(numbered, held));
  }

  /** DEF-4. */
  async #withCycle(op: Extract<Op, { k: "ins" }>) {
    const { tenant, working } = this.#deps;
    if (op.c !== "opportunities" || op.v["cycle"] !== undefined) return op;
    const { cycle } = await readSetUp(tenant, working);
    return cycle === undefined ? op : { ...op, v: { ...op.v, cycle } };
  }

  /** NUM-1, NUM-5, NUM-8: the number that a new document goes into the world with. */
  #number(op: Extract<Op, { k: "ins" }>): Op {
    const book = this.#deps.numbers.get(op.c);
    if (!book) return op;
    const typed = typeof op.v["no"] === "string" ? op.v["no"] : undefined;
    const given = book.assign(
      op.id,
      typed,
      this.#context.device,
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
      this.#deps.newId(),
      stub,
      given.replaced ?? "",
      given.no,
    );
    const bucket = privateBucket(this.#caller.user.id);
    this.#put(noteDocument(note, bucket, this.#stamp()), null);
  }

  #merge(op: Op, held: UnsavedDocument | null): GroupResult["s"] {
    const context = this.#contextOf(op);
    const merged = mergeOp(held?.doc ?? null, op, context);
    if (!merged.ok) throw new GroupRefused(merged.code, merged.message);
    const key = { c: merged.doc.c, id: merged.doc.id };
    this.history.push(...merged.history.map((row) => ({ ...row, key })));
    for (const conflict of merged.conflicts)
      this.#conflicts.push({ doc: merged.doc, conflict });
    if (merged.changed) {
      const at = msOf(stampOf(op, context, 0).h);
      const newest = at >= (held?.modifiedMs ?? 0);
      this.#put(
        {
          doc: this.#completed(merged.doc),
          bucket: held?.bucket ?? bucketOf(this.#caller, merged.doc),
          modifiedMs: newest ? at : (held?.modifiedMs ?? at),
          modifiedBy: newest
            ? this.#context.user
            : (held?.modifiedBy ?? this.#context.user),
        },
        held?.doc ?? null,
      );
    }
    return merged.outcome;
  }

  #contextOf(op: Op): MergeContext {
    const author = this.#group.authors.get(op.id);
    const isPersonOf = this.#trusted
      ? undefined
      : (id: string, companyId: string) => this.#isPersonOf(id, companyId);
    return { ...this.#context, author, isPersonOf };
  }

  /** Who was deleted may since have worked elsewhere: one who comes back gets back what they had. */
  #isPersonOf(id: string, companyId: string): boolean {
    const doc = this.#deps.working.get({ c: "contacts", id })?.doc;
    if (!doc || doc.deleted) return this.#contactsWhole.has(id);
    if (doc.v["type"] !== "person") return false;
    const isBack =
      doc.stamps[""] !== undefined || this.#before.get(nameOf(doc)) === null;
    return isBack || doc.v["companyId"] === companyId;
  }

  /** TYP-2 for a company; for a person whose device did not say it, the name of their company (NAM-3). */
  #completed(doc: StoredDocument): StoredDocument {
    const own = withSelfReference(doc);
    const { companyId, companyName } = own.v;
    if (own.c !== "contacts" || companyName !== undefined) return own;
    if (typeof companyId !== "string") return own;
    const company = this.#deps.working.get({ c: "contacts", id: companyId });
    const name = company?.doc.v["name"];
    return typeof name === "string"
      ? { ...own, v: { ...own.v, companyName: name } }
      : own;
  }

  /** OFF-7: a contact that was deleted before this group, and that somebody still works with; all or nothing (DEL-2). */
  async bringBackContacts(): Promise<void> {
    const { working, tenant } = this.#deps;
    for (const id of this.#askedFor) {
      const held = working.get({ c: "contacts", id });
      if (!held?.doc.deleted || this.#before.has(nameOf(held.doc))) continue;
      this.#merge({ c: "contacts", id, k: "set", f: {} }, held);
      working.absorb(await tenant.deletedPeopleOf(id));
      for (const person of working.all())
        if (wentWith(person.doc, id)) this.#restore(person);
    }
  }

  /** TYP-5, DEL-2: what no operation says by itself. */
  async guardContacts(): Promise<void> {
    if (this.#trusted) return;
    for (const before of [...this.#before.values()]) {
      if (before?.c !== "contacts" || this.#givenBack.has(before.id)) continue;
      const after = this.#deps.working.get(before)?.doc;
      const no = after && (await contactRefusal({ before, after }, this.#deps));
      if (no) throw new GroupRefused(no.code, no.message);
    }
  }

  /** Requests, links to records of the ERP, inheritance and relations: each sees what the ones before it have written. */
  async linkAccounts(): Promise<void> {
    const run = this.#linkingRun();
    await carryOutRequests(run);
    await followAccounts(run);
    await this.#join();
    await this.#inherit();
    await settleLinks(run);
    await settleRelations(run);
  }

  #linkingRun(): LinkingRun {
    const { tenant, working, numbers, newId } = this.#deps;
    return {
      ...{ tenant, working, numbers, newId },
      deviceId: this.#context.device,
      salesperson: this.#caller.user.salesperson,
      hlc: this.#context.hlc,
      touched: () =>
        [...this.#before].flatMap(([name, before]): Touched[] => {
          const [c, id] = name.split("/") as [DocumentKey["c"], string];
          const after = working.get({ c, id })?.doc;
          return after ? [{ c, id, before, after }] : [];
        }),
      isSentWhole: (id) => this.#sentWhole.has(id),
      write: (change) => this.#write(change),
      refuse: (code, message) => {
        throw new GroupRefused(code, message);
      },
    };
  }

  #write(change: Change): void {
    const { c, id } = change;
    const held = this.#deps.working.get({ c, id });
    for (const op of toOps(change, held?.doc.rev ?? 0)) {
      const now = this.#deps.working.get({ c, id });
      this.#merge(op.k === "ins" ? this.#number(op) : op, now);
    }
  }

  /** OFF-8 for a person who has changed to a company that has changed meanwhile. */
  async #join(): Promise<void> {
    const { working, tenant } = this.#deps;
    if (this.#trusted) return;
    for (const before of [...this.#before.values()]) {
      if (before?.c !== "contacts" || before.v["type"] !== "person") continue;
      const person = working.get(before);
      const employer = person?.doc.v["companyId"];
      if (!person || person.doc.deleted || typeof employer !== "string")
        continue;
      if (employer === before.v["companyId"]) continue;
      const key = { c: "contacts", id: employer } as const;
      const company = working.get(key)?.doc;
      if (!company || company.deleted) continue;
      const since = msOf(this.#context.hlc);
      const changes = await tenant.changesSince(key, since);
      if (changes.length === 0) continue;
      const flags = await this.#flags();
      for (const op of joiningOps(person.doc, company, changes, flags))
        this.#merge(op, working.get(person.doc));
    }
  }

  async #flags(): Promise<InheritFlags> {
    const { working, tenant } = this.#deps;
    working.absorb(await tenant.marketing());
    return inheritFlagsOf(marketingSetting(working));
  }

  /** OFF-8, once per company, with its state before and after the whole group. */
  async #inherit(): Promise<void> {
    const { working, tenant } = this.#deps;
    const companies = [...this.#before.values()].flatMap((before) => {
      const after = before?.c === "contacts" && working.get(before)?.doc;
      return after && reachesPeople(before, after) ? [{ before, after }] : [];
    });
    if (companies.length === 0) return;
    working.absorb(await tenant.peopleOf(companies.map((c) => c.after.id)));
    const flags = await this.#flags();
    for (const { before, after } of companies) {
      for (const held of working.all()) {
        if (held.doc.c !== "contacts" || held.doc.deleted) continue;
        for (const op of inheritedOps(before, after, held.doc, flags))
          this.#merge(op, working.get(held.doc));
      }
    }
  }

  /** The attachments of contacts that this group has deleted or brought back. */
  async takeFilesAlong(): Promise<void> {
    const { working, tenant } = this.#deps;
    for (const [, before] of [...this.#before]) {
      if (before?.c !== "contacts") continue;
      const after = working.get(before)?.doc;
      if (!after || after.deleted === before.deleted) continue;
      working.absorb(await tenant.filesOf(before.id));
      for (const held of working.all()) {
        const { doc } = held;
        const follow = followContact(doc, before, after);
        if (follow === "delete")
          this.#merge({ c: "files", id: doc.id, k: "del", rev: doc.rev }, held);
        if (follow === "restore") this.#restore(held);
      }
    }
  }

  /** OFF-10: a code that something names is not lost, it stays as inactive. */
  async keepCodes(): Promise<void> {
    const { touched } = this.#linkingRun();
    for (const held of await deletedButNamed(touched(), this.#deps)) {
      this.#restore(held);
      const { c, id, v } = held.doc;
      if (v["inactive"] === true) continue;
      const base = v["inactive"] === false ? false : null;
      const now = this.#deps.working.get({ c, id });
      this.#merge({ c, id, k: "set", f: { inactive: [base, true] } }, now);
    }
  }

  #restore(held: UnsavedDocument): void {
    const rev = held.doc.rev + 1;
    const doc = { ...held.doc, deleted: false, rev };
    this.#put({ ...held, doc }, held.doc);
    const row = {
      path: "",
      from: "deleted",
      to: null,
      outcome: "set" as const,
    };
    const stamp = { ...this.#stamp(), r: rev };
    this.history.push({ ...row, stamp, key: { c: doc.c, id: doc.id } });
  }

  async addNotes(): Promise<void> {
    if (this.#conflicts.length === 0) return;
    const people = this.#conflicts.flatMap(({ conflict }) => [
      conflict.winner.stamp.u,
      conflict.loser.stamp.u,
    ]);
    const names = await this.#deps.tenant.userNames([...new Set(people)]);
    for (const { doc, conflict } of this.#conflicts) {
      const note = conflictNote(this.#deps.newId(), doc, conflict, names);
      this.#put(noteDocument(note, "all", this.#stamp()), null);
    }
  }

  /** The merged documents as a whole: parts of several devices may be good one by one and not together. */
  check(): void {
    for (const name of this.#before.keys()) {
      const [c, id] = name.split("/") as [DocumentKey["c"], string];
      const doc = this.#deps.working.get({ c, id })?.doc;
      if (!doc || doc.deleted) continue;
      const parsed = entityOf(c).fields.safeParse(doc.v);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const message = `${issue?.path.join("/")}: ${issue?.message}`;
        throw new GroupRefused("invalid_field", message.slice(0, 300));
      }
      if (JSON.stringify(doc.v).length > MAX_DOCUMENT_BYTES)
        throw new GroupRefused("document_too_large", "At most 64 KB.");
    }
  }

  outcome(): GroupResult["s"] {
    const order = ["conflict", "merged", "ok"] as const;
    return order.find((s) => this.#outcomes.has(s)) ?? "same";
  }

  #amended(op: Op): StoredDocument | null {
    const id = op.k === "ins" ? op.v["amends"] : undefined;
    if (typeof id !== "string") return null;
    return this.#deps.working.get({ c: "interactions", id })?.doc ?? null;
  }

  #put(document: UnsavedDocument, before: StoredDocument | null): void {
    const name = `${document.doc.c}/${document.doc.id}`;
    if (!this.#before.has(name)) this.#before.set(name, before);
    this.#deps.working.put(document);
  }

  #stamp() {
    const { hlc, device, user } = this.#context;
    return { h: hlc, d: device, u: user };
  }
}
