import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Group } from "../../../../../shared/sync/protocol.ts";
import type { Journal } from "../../../../../electron/os/journal/journal.ts";
import { temporaryFolder } from "../../temporary-folder.ts";
import { openAt } from "./journal-fixture.ts";

const ELENA = "01890000-0000-7000-8000-00000000000e";
const LUC = "01890000-0000-7000-8000-00000000000f";
const visitId = (n: number) => `01890000-0000-7000-8000-0000000001${n}0`;
const TEXT = "Zwetschgenkuchen";

const about = (id: string, text: string): Group["ops"] => [
  { c: "contacts", id, k: "set", f: { comment: [null, text] } },
];
const visit = (n: number, contactId: string): Group["ops"] => [
  {
    ...{ c: "interactions", id: visitId(n), k: "ins" },
    v: { id: visitId(n), contactId, date: "2026-03-12", result: TEXT },
  },
];

/** Of each kind of entry one about Elena, and some about others. */
async function used(journal: Journal) {
  await journal.startDevice({ deviceId: "d", tenantId: "t" });
  const ms: string[] = [];
  for (const ops of [
    about(ELENA, TEXT),
    about(LUC, "Käse"),
    visit(1, ELENA),
    [...about(ELENA, TEXT), ...about(LUC, "Wein")],
    visit(2, ELENA),
    about(ELENA, TEXT),
    about(ELENA, TEXT),
    about(LUC, "Brot"),
  ]) {
    const saved = await journal.append("action.edit", ops);
    if (saved.status === "saved") ms.push(saved.entry.m);
  }
  const refused = { d: 3, s: "rejected" as const, code: "privacy_blocked" };
  await journal.acknowledge(4, [refused], "d");
  await journal.arrange({ do: "hold", ms: [ms[5] ?? ""] });
  await journal.arrange({ do: "discard", ms: [ms[6] ?? ""] });
}

const forget = (journal: Journal) =>
  journal.forgetErased([`contacts/${ELENA}`], [ELENA]);

test("PRV-5: the journal forgets what was written about an erased contact, sent, refused, waiting, held or discarded", async () => {
  const folder = temporaryFolder();
  const journal = await openAt(folder);
  await used(journal);
  expect(JSON.stringify(await journal.remembered())).toContain(TEXT);
  const state = await forget(journal);
  const left = JSON.stringify(await journal.remembered());
  expect(left).not.toContain(TEXT);
  for (const kept of ["Käse", "Wein", "Brot"]) expect(left).toContain(kept);
  // The numbers stay, and whoever wrote what nobody has taken yet hears why it is gone.
  const all = await journal.entries(0, 100, true);
  expect(all.map(({ d }) => d)).toEqual(all.map((_, i) => i + 1));
  expect(all.length).toBeGreaterThanOrEqual(8);
  expect(state.refused.map(({ refused }) => refused?.code)).toEqual(
    state.refused.map(() => "erased"),
  );
  expect(state.refused).toHaveLength(3);
  expect([state.held, state.discarded]).toEqual([[], []]);
  const before = JSON.stringify(await journal.read());
  await journal.close();
  const again = await openAt(folder);
  expect(JSON.stringify(await again.read())).toBe(before);
  await again.close();
});

test("PRV-5: what the server refuses because its contact is erased is kept without its text", async () => {
  const journal = await openAt(temporaryFolder());
  await journal.startDevice({ deviceId: "d", tenantId: "t" });
  await journal.append("action.logVisit", visit(1, ELENA));
  const refused = { d: 1, s: "rejected" as const, code: "erased" };
  await journal.acknowledge(1, [refused], "d");
  const state = await journal.read();
  expect(state.refused[0]).toMatchObject({ label: "action.logVisit" });
  expect(state.refused[0]?.refused).toMatchObject({ code: "erased" });
  expect(JSON.stringify(await journal.remembered())).not.toContain(TEXT);
  await journal.close();
});

test("PRV-5: no file of the journal or its copy is an older one afterwards, and what is saved then is there at the next start", async () => {
  const folder = temporaryFolder();
  const mirror = path.join(temporaryFolder(), "copy");
  const journal = await openAt(folder, { mirror });
  await used(journal);
  const names = readdirSync(folder);
  await forget(journal);
  const later = journal.append("action.edit", about(LUC, "Nuss"));
  await Promise.all([later, forget(journal)]);
  await journal.append("action.edit", about(LUC, "Mandel"));
  expect(readdirSync(folder).some((name) => names.includes(name))).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(readdirSync(mirror)).toEqual(readdirSync(folder));
  await journal.close();
  const [name = ""] = readdirSync(folder);
  expect(readFileSync(path.join(mirror, name))).toEqual(
    readFileSync(path.join(folder, name)),
  );
  const again = await openAt(folder, { mirror });
  const left = JSON.stringify(await again.remembered());
  for (const kept of ["Nuss", "Mandel"]) expect(left).toContain(kept);
  await again.close();
});

test("PRV-4: the request to erase itself stays, for a server that is restored", async () => {
  const journal = await openAt(temporaryFolder());
  const erasure = { c: "contacts", id: ELENA, k: "del", rev: 1 } as const;
  await journal.append("action.eraseContact", [{ ...erasure, o: "erased" }]);
  const { pending } = await forget(journal);
  expect(pending[0]?.ops[0]).toMatchObject({ k: "del", o: "erased" });
  await journal.close();
});
