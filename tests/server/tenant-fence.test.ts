import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { addTenant, invite } from "../../server/auth/invitations.ts";
import { fillDemo } from "../../server/demo/fill-demo.ts";
import { listen } from "../../server/listen.ts";
import { DEFAULTS, openServer } from "../../server/open-server.ts";
import type { Queries, Sql } from "../../server/storage/sql.ts";
import type { EnrollAnswer } from "../../shared/sync/protocol.ts";
import { createTestDevice, op, openEngine, post } from "../helpers/server.ts";

const FENCED =
  /\b(tenant_head|app_user|enrolment|device|doc|doc_history|mutation|number_series|number_taken|number_lease|snapshot|snapshot_part|file_blob|file_chunk)\b/;

/** A statement on these that does not say which company it means would one day mean all of them. */
test("every statement on a company's tables names the company", async () => {
  const real = await openEngine("pglite");
  const seen = new Set<string>();
  const recording = (queries: Queries): Queries => ({
    query(text, params) {
      seen.add(text.replace(/\s+/g, " "));
      return queries.query(text, params);
    },
  });
  const sql: Sql = {
    ...recording(real),
    transaction: (work) => real.transaction((tx) => work(recording(tx))),
    close: () => Promise.resolve(),
  };
  const deps = await openServer(sql, {
    ...DEFAULTS,
    clock: { now: () => Date.now() },
    log: () => {},
    version: "test",
  });
  const tenant = await addTenant(deps, "Fence");
  seen.clear();
  await fillDemo(deps, tenant);
  const http = await listen(deps, { port: 0, host: "127.0.0.1" });
  try {
    const code = await invite(deps, tenant, {
      email: "root@carnet.example",
      name: "Root",
      role: "admin",
    });
    const { body } = await post<EnrollAnswer>(http.url, "/v1/enroll", {
      code,
      deviceName: "L1",
    });
    const device = createTestDevice(http.url, body);
    for (const path of ["/v1/devices", "/v1/admin/devices"])
      await fetch(http.url + path, {
        headers: { authorization: `Bearer ${body.access}` },
      });
    await device.post(`/v1/admin/devices/${randomUUID()}/revoke`, {});
    await post(http.url, "/v1/token", {
      refresh: body.refresh,
      deviceId: body.deviceId,
    });
    const [id] = [...(await device.all("contacts")).keys()];
    await device.push(
      [
        op.set("contacts", id ?? "", {
          phone: [null, "1"],
          name: ["?", "Neu"],
        }),
      ],
      [op.company(randomUUID(), "A", { no: "CT~AAAAA" })],
      [op.del("contacts", id ?? "", 99)],
    );
    await device.raw([{ d: 1, m: randomUUID() }]);
    await device.post("/v1/leases", { series: "contacts", count: 50 });
    await device.post("/v1/sync/digest", { collection: "contacts", ranges: 9 });
    await device.post("/v1/sync/range", {
      ...{ proto: 1, schema: 1, collection: "contacts", from: id ?? "" },
    });
    await device.post(
      "/v1/admin/accounts",
      '{"kind":"vendor","no":"V1","name":"A"}',
    );
    await fetch(`${http.url}/v1/history/contacts/${id}`, {
      headers: { authorization: `Bearer ${body.access}` },
    });
  } finally {
    await http.close(200);
  }
  const fenced = [...seen].filter((text) => FENCED.test(text));
  expect(fenced.length).toBeGreaterThan(25);
  const named = /\b(\w+\.)?tenant_id = \$1\b|INSERT INTO \w+ \((?=tenant_id\b)/;
  expect(fenced.filter((text) => !named.test(text))).toEqual([]);
});
