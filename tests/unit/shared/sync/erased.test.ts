import { expect, test } from "vitest";
import { isErased } from "../../../../shared/sync/erased.ts";
import { mergeOp } from "../../../../shared/sync/merge.ts";
import type { Op } from "../../../../shared/sync/protocol.ts";
import { rebase } from "../../../../shared/sync/rebase.ts";
import { takenBack } from "../../../../shared/sync/set-aside.ts";
import type { StoredDocument } from "../../../../shared/sync/stored-document.ts";

const ID = "01890000-0000-7000-8000-000000000001";
const at = (ms: number, device = "a") => ({
  ...{ hlc: `${ms}.0`, device, user: "u" },
});
const target = { c: "contacts", id: ID };
const erasure: Op = { ...target, k: "del", rev: 0, o: "erased" };
const ins: Op = { ...target, k: "ins", v: { id: ID, name: "Elena" } };

function merged(ops: readonly (readonly [Op, number, string])[]) {
  let doc: StoredDocument | null = null;
  const codes = ops.map(([op, ms, device]) => {
    const outcome = mergeOp(doc, op, at(ms, device));
    if (outcome.ok) doc = outcome.doc;
    return outcome.ok ? outcome.outcome : outcome.code;
  });
  return { codes, doc: doc as StoredDocument | null };
}

test("PRV-5: an erasure beats what it has not seen, what is later and what is given back, and holds nothing", () => {
  const later: Op = { ...target, k: "set", f: { name: ["Elena", "Lena"] } };
  const { codes, doc } = merged([
    [ins, 1, "b"],
    [{ ...later, f: { phone: [null, "1"] } }, 2, "b"],
    [erasure, 1, "a"],
    [later, 9, "b"],
    [{ ...ins, o: "restored" }, 9, "a"],
    [{ ...ins, h: "9.0" }, 9, "c"],
    [{ ...target, k: "del", rev: 9 }, 9, "b"],
    [erasure, 10, "c"],
  ]);
  expect(codes).toEqual([
    ...["ok", "ok", "ok", "erased", "erased", "erased", "erased", "same"],
  ]);
  expect(doc).toMatchObject({ deleted: true, v: {} });
  expect(JSON.stringify(doc)).not.toContain("Elena");
});

test("PRV-5: what a server has never had, or lost, is erased all the same: it must not come back late", () => {
  const { codes, doc } = merged([
    [erasure, 1, "a"],
    [ins, 2, "b"],
  ]);
  expect(codes).toEqual(["ok", "erased"]);
  expect(doc && isErased(doc)).toBe(true);
});

test("a deleted document is no erased one, and comes back as before", () => {
  const { codes } = merged([
    [ins, 1, "a"],
    [{ ...target, k: "del", rev: 1 }, 2, "a"],
    [{ ...target, k: "set", f: { phone: [null, "1"] } }, 3, "b"],
  ]);
  expect(codes).toEqual(["ok", "ok", "conflict"]);
});

test("PRV-4: a requested erasure leaves the contact in sight until the server has done it, so that it can be withdrawn", () => {
  const shown = { id: ID, name: "Elena" };
  expect(rebase(shown, [erasure])).toEqual(shown);
  expect(takenBack(shown, [erasure])).toEqual(shown);
  expect(rebase(null, [erasure])).toBeNull();
});
