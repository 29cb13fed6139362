import { buildDemo as buildShared } from "../../shared/demo/build-demo.ts";
import type { DemoDocument } from "../../shared/demo/demo-document.ts";
import { importedId } from "../import/imported-id.ts";

/** The demo company; records of its ERP under the ids that an import of the same records would give them. */
export function buildDemo(): DemoDocument[] {
  const documents = buildShared();
  const ids = new Map<string, string>();
  for (const { c, v } of documents) {
    if (c === "accounts") ids.set(v.id, importedId("account", v.kind, v.no));
    if (c === "purchases")
      ids.set(v.id, importedId("purchase", v.document, v.line));
  }
  const idOf = (id: string) => ids.get(id) ?? id;
  return documents.map((one): DemoDocument => {
    if (one.c === "accounts")
      return { ...one, v: { ...one.v, id: idOf(one.v.id) } };
    if (one.c !== "purchases") return one;
    const { v } = one;
    const accountId = v.accountId && idOf(v.accountId);
    return {
      ...one,
      v: { ...v, id: idOf(v.id), ...(accountId ? { accountId } : {}) },
    };
  });
}
