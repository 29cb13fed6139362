import { expect, test } from "vitest";
import { createHistorySource } from "../../../../../renderer/features/sync/history-source.ts";
import type { ServerAnswer } from "../../../../../shared/ipc/server.ts";

const record = { c: "contacts", id: "0190a0a0-0000-7000-8000-000000000001" };
const unreachable: ServerAnswer = { status: "unreachable", reason: "offline" };

test("without a line the last fetched part is kept in memory", async () => {
  let answer: ServerAnswer = unreachable;
  const source = createHistorySource(async () => answer);
  expect(await source.read(record)).toEqual({ kind: "offline", last: null });
  answer = { status: "ok", body: { rows: [] }, receivedAt: 42 };
  expect(await source.read(record)).toMatchObject({ kind: "fetched" });
  answer = unreachable;
  expect(await source.read(record)).toMatchObject({
    kind: "offline",
    last: { rows: [], fetchedAt: 42 },
  });
});

test("a record that the server does not have has no history there", async () => {
  const source = createHistorySource(async () => ({
    status: "refused",
    http: 404,
    code: "not_found",
    message: "No such document.",
  }));
  expect(await source.read(record)).toEqual({ kind: "none" });
});
