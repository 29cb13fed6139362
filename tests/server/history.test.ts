import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { HistoryAnswer } from "../../shared/sync/protocol.ts";
import { ENGINES, withServer, type TestServer } from "../helpers/server.ts";

type Device = Awaited<ReturnType<TestServer["device"]>>;

async function historyOf(server: TestServer, by: Device, id: string) {
  const answer = await fetch(`${server.url}/v1/history/contacts/${id}`, {
    headers: { authorization: `Bearer ${by.access}` },
  });
  expect(answer.status).toBe(200);
  return HistoryAnswer.parse(await answer.json());
}

describe.each(ENGINES)("the history of a document, on %s", (engine) => {
  test("names the people and devices that occur in it, and nobody else", () =>
    withServer(engine, async (server) => {
      const chantal = await server.device("Chantal");
      const boris = await server.device("Boris");
      await server.device("Nadia");
      const id = randomUUID();
      await chantal.push([
        {
          c: "contacts",
          id,
          k: "ins",
          v: { id, type: "company", name: "Favre SA" },
        },
      ]);
      await boris.push([
        { c: "contacts", id, k: "set", f: { city: [null, "Bulle"] } },
      ]);
      const history = await historyOf(server, chantal, id);
      expect(history.rows).toMatchObject([
        { path: "city", to: "Bulle", outcome: "set" },
        { path: "" },
      ]);
      expect(Object.values(history.people).sort()).toEqual([
        "Boris",
        "Chantal",
      ]);
      expect(Object.values(history.devices).sort()).toEqual([
        "Boris's laptop",
        "Chantal's laptop",
      ]);
    }));
});
