import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { NUMBERED } from "./number-books.ts";

/**
 * The operation as it may reach the merge: what the server decides is taken out of it first. Null when it would change
 * a number that is final (NUM-6).
 */
export function allowedOp(op: Op, stored: StoredDocument | null): Op | null {
  const own =
    op.c === "contacts" ? withoutSummary(withoutSelf(op, stored)) : op;
  const numbered = NUMBERED.some((name) => name === op.c);
  return numbered ? withoutNumber(own, stored?.v["no"]) : own;
}

function withoutNumber(op: Op, final: unknown): Op | null {
  if (final === undefined) return op;
  // What a returning device still calls it stays searchable elsewhere.
  if (op.k === "ins" && Object.hasOwn(op.v, "no")) {
    const { no: _no, ...v } = op.v;
    return { ...op, v };
  }
  if (op.k !== "set" || !Object.hasOwn(op.f, "no")) return op;
  const { no, ...f } = op.f;
  return no?.[1] === final ? { ...op, f } : null;
}

/** REL-6: worked out here. */
function withoutSummary(op: Op): Op {
  if (op.k === "ins" && Object.hasOwn(op.v, "businessRelation")) {
    const { businessRelation: _summary, ...v } = op.v;
    return { ...op, v };
  }
  if (op.k !== "set" || !Object.hasOwn(op.f, "businessRelation")) return op;
  const { businessRelation: _summary, ...f } = op.f;
  return { ...op, f };
}

function withoutSelf(op: Op, stored: StoredDocument | null): Op {
  if (op.k === "ins") {
    const v = { ...op.v };
    if (v["type"] === "company") dropSelf(v);
    return { ...op, v };
  }
  if (op.k !== "set") return op;
  const f = { ...op.f };
  const type = f["type"]?.[1] ?? stored?.v["type"];
  if (type === "company") dropSelf(f);
  return { ...op, f };
}

/** TYP-2: a company's company is itself, whatever anybody sends; a person is never their own employer. */
export function withSelfReference(doc: StoredDocument): StoredDocument {
  if (doc.c !== "contacts") return doc;
  const { id, v } = doc;
  if (v["type"] === "company") {
    if (v["companyId"] === id && v["companyName"] === v["name"]) return doc;
    return { ...doc, v: { ...v, companyId: id, companyName: v["name"] } };
  }
  if (v["companyId"] !== id) return doc;
  const { companyId: _id, companyName: _name, ...others } = v;
  return { ...doc, v: others };
}

function dropSelf(members: Record<string, unknown>): void {
  delete members["companyId"];
  delete members["companyName"];
}
