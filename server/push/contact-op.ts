import type { StoredDocument } from "../../shared/sync/stored-document.ts";
import type { Op } from "../../shared/sync/protocol.ts";

/**
 * The operation as it may reach the merge: what the server decides about a contact is taken out of it first. Null
 * when it would change a number that is final (NUM-6).
 */
export function contactOp(op: Op, stored: StoredDocument | null): Op | null {
  if (op.c !== "contacts" || (op.k !== "ins" && op.k !== "set")) return op;
  if (op.k === "ins") {
    const v = { ...op.v };
    if (v["type"] === "company") dropSelf(v);
    // The stored number is the final one; what a returning device still calls it stays searchable elsewhere.
    if (stored?.v["no"] !== undefined) delete v["no"];
    return { ...op, v };
  }
  const f = { ...op.f };
  const type = f["type"]?.[1] ?? stored?.v["type"];
  if (type === "company") dropSelf(f);
  const no = stored?.v["no"];
  if (no !== undefined && f["no"] !== undefined) {
    if (f["no"][1] !== no) return null;
    delete f["no"];
  }
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
