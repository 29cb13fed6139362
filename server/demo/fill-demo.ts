import type { ServerDeps } from "../deps.ts";
import { NUMBERED } from "../push/number-books.ts";
import { createNumberBook } from "../push/number-book.ts";
import type { Tenant } from "../storage/identity-storage.ts";
import type { UnsavedDocument } from "../storage/sync-storage.ts";
import { buildDemo } from "./build-demo.ts";
import type { DemoDocument } from "../../shared/demo/demo-document.ts";
import { demoUsers } from "../../shared/demo/demo-users.ts";

/** Not a device that anybody has: stamps of what was there from the start. */
const DEMO_DEVICE = "00000000-0000-8000-8000-000000000001";

/** Fills an empty company with the demo company, whole or not at all; one that has any document is left alone. */
export async function fillDemo(
  deps: ServerDeps,
  { tenantId }: Pick<Tenant, "tenantId">,
): Promise<void> {
  const head = await deps.storage.head(tenantId);
  if (head.seq > 0) return;
  for (const user of Object.values(demoUsers))
    await deps.identities.putUser(tenantId, user);
  const now = deps.clock.now();
  const documents = buildDemo();
  await deps.storage.write(tenantId, documents.length, async (tenant) => {
    // Another process on the same database has filled it while this one waited for the counter.
    if (tenant.startSeq > 0) return;
    const numbers = new Map<string, string>();
    for (const name of NUMBERED) {
      const series = await tenant.series(name);
      if (!series) continue;
      const book = createNumberBook({ series, leases: [], taken: [] });
      for (const { c, v } of documents) {
        if (c !== name) continue;
        const given = book.assign(v.id, undefined, DEMO_DEVICE);
        if (given.ok) numbers.set(v.id, given.no);
      }
      const result = book.result();
      if (result) await tenant.takeNumbers(name, result.next, result.taken);
    }
    await tenant.save(
      documents.map((d) => stored(d, numbers.get(d.v.id), now)),
    );
  });
  deps.log("demo", { documents: documents.length });
}

function stored(
  { c, v, by, atMs }: DemoDocument,
  no: string | undefined,
  now: number,
): UnsavedDocument {
  // A machine whose clock is behind the demo's day must not find edits from the future.
  const ms = Math.min(atMs, now);
  return {
    doc: {
      c,
      id: v.id,
      rev: 1,
      deleted: false,
      v: no === undefined ? { ...v } : { ...v, no },
      created: { h: `${ms}.0`, d: DEMO_DEVICE, u: by, r: 1 },
      stamps: {},
    },
    bucket: "all",
    modifiedMs: ms,
    modifiedBy: by,
  };
}
