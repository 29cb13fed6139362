import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { op, withServer } from "../helpers/server.ts";

const METRIC =
  /^[a-z0-9_]+(\{([a-z]+="([^"\\]|\\.)*",?)*\})? (-?\d+(\.\d+)?(e[-+]?\d+)?|NaN)$/;

test("the metrics count what was done and name no company, person, contact or id", () =>
  withServer("pglite", async (server) => {
    const cro = await server.device("Chantal");
    const id = randomUUID();
    await cro.push(
      [op.company(id, "Geheim AG", { no: "CT000123" })],
      [op.set("contacts", randomUUID(), { name: ["A", "B"] })],
    );
    await cro.pull({});
    const get = (path: string) =>
      fetch(`${server.url}${path}`, {
        headers: { authorization: `Bearer ${cro.access}` },
      });
    await get(`/v1/history/contacts/${id}`);
    await get(`/nowhere/${id}?name=Geheim`);
    await fetch(`${server.url}/v1/sync/pull`, { method: "PROPFIND" });
    const answer = await fetch(`${server.url}/metrics`);
    expect(answer.headers.get("content-type")).toBe(
      "text/plain; version=0.0.4; charset=utf-8",
    );
    const text = await answer.text();
    for (const line of text.trimEnd().split("\n"))
      if (!line.startsWith("# ")) expect(line).toMatch(METRIC);
    for (const line of [
      `carnet_http_requests_total{route="/v1/sync/push",method="POST",status="200"} 1`,
      `carnet_http_requests_total{route="/v1/history/:collection/:id",method="GET",status="200"} 1`,
      `carnet_http_request_seconds_count{route="/v1/sync/pull"} 1`,
      `carnet_push_groups_total{outcome="ok"} 1`,
      `carnet_push_groups_total{outcome="rejected"} 1`,
      `carnet_documents_total{way="pull"} 1`,
      "carnet_streams 0",
    ])
      expect(text.split("\n")).toContain(line);
    const { tenant } = server;
    for (const secret of [
      ...[id, cro.deviceId, cro.userId, tenant.tenantId, tenant.tag],
      ...["Geheim", "Chantal", "chantal", "CT000123", "PROPFIND", "nowhere"],
    ])
      expect(text).not.toContain(secret);
  }));

test("from elsewhere they are given only for the token, whatever the request claims", async () => {
  const asked = async (
    options: { behindProxy: boolean; metricsToken: string | null },
    headers: Record<string, string>,
  ) => {
    let status = 0;
    await withServer(
      "pglite",
      async (server) => {
        const answer = await fetch(`${server.url}/metrics`, { headers });
        await answer.text();
        status = answer.status;
      },
      options,
    );
    return status;
  };
  const proxied = { behindProxy: true, metricsToken: "geheim" };
  const from = { "x-forwarded-for": "127.0.0.1, 203.0.113.9" };
  expect(await asked(proxied, from)).toBe(403);
  const wrong = { authorization: "Bearer falsch" };
  expect(await asked(proxied, { ...from, ...wrong })).toBe(403);
  const right = { authorization: "Bearer geheim" };
  expect(await asked(proxied, { ...from, ...right })).toBe(200);
  expect(
    await asked({ ...proxied, metricsToken: null }, { ...from, ...right }),
  ).toBe(403);
  expect(await asked(proxied, {})).toBe(200);
  expect(await asked({ behindProxy: false, metricsToken: null }, from)).toBe(
    200,
  );
});
