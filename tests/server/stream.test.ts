import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hintsOf, listenUntil } from "../helpers/hint-listener.ts";
import { ENGINES, op, withServer } from "../helpers/server.ts";

/** Long enough that twenty pushes without a rest take fewer windows than pushes. */
const HINT_MS = 500;

describe.each(ENGINES)("the stream of hints on %s", (engine) => {
  test("a push of one device is a hint for another: where the feed ends and what changed, nothing else", () =>
    withServer(engine, async (server) => {
      const cro = await server.device("Chantal");
      const mbe = await server.device("Marco");
      let head = 0;
      const lines = await listenUntil(
        mbe,
        (seen) => hintsOf(seen).length > 0,
        async () => {
          head = (await cro.push([op.company(randomUUID(), "Geheim AG")])).head;
        },
      );
      expect(lines[0]).toBe(":hb 0");
      expect(hintsOf(lines)).toEqual([{ head, collections: ["contacts"] }]);
      expect(lines.join()).not.toContain("Geheim");
    }));

  test("many pushes at once are few hints, and the last names the end of the feed", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const mbe = await server.device("Marco");
        let head = Number.MAX_SAFE_INTEGER;
        let startedAt = 0;
        const lines = await listenUntil(
          mbe,
          (seen) => hintsOf(seen).some((hint) => hint.head >= head),
          async () => {
            startedAt = performance.now();
            for (let i = 0; i < 20; i++)
              head = (await cro.push([op.company(randomUUID(), `F${i}`)])).head;
          },
        );
        // One at once and one a window: a slow machine may open many windows, never more hints than these.
        const windows = (performance.now() - startedAt) / HINT_MS;
        expect(hintsOf(lines).length).toBeLessThan(Math.ceil(windows) + 2);
      },
      { hintMs: HINT_MS },
    ));

  test("a push that changes nothing is no hint; another company's never is", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const stranger = await server.stranger();
        const lines = await listenUntil(
          cro,
          (seen) => seen.filter((line) => line.startsWith(":hb")).length > 3,
          async () => {
            await cro.push([op.del("contacts", randomUUID(), 1)]);
            await stranger.push([op.company(randomUUID(), "Fremd AG")]);
          },
        );
        expect(hintsOf(lines)).toEqual([]);
      },
      { heartbeatMs: 100 },
    ));

  test("the heartbeat carries the head, so a lost hint heals by itself", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const lines = await listenUntil(
          cro,
          (seen) => seen.includes(":hb 1"),
          () => cro.push([op.company(randomUUID(), "A")]),
        );
        expect(lines).toContain(":hb 1");
      },
      { heartbeatMs: 50 },
    ));

  test("a stream ends by itself after a time between its life and twice that", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const since = performance.now();
        const lines = await listenUntil(
          cro,
          () => false,
          () => Promise.resolve(),
        );
        expect(lines).toEqual([":hb 0"]);
        expect(performance.now() - since).toBeGreaterThan(290);
      },
      { streamMs: 300 },
    ));

  test("a revoked device's stream ends", () =>
    withServer(
      engine,
      async (server) => {
        const cro = await server.device("Chantal");
        const lines = await listenUntil(
          cro,
          () => false,
          () =>
            server.sql.query(
              `UPDATE device SET status = 'revoked' WHERE tenant_id = $1 AND device_id = $2`,
              [cro.tenantId, cro.deviceId],
            ),
        );
        expect(lines.length).toBeGreaterThan(0);
      },
      { heartbeatMs: 50 },
    ));
});
