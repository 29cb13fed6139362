import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { handedOver } from "../../../../electron/updates/handed-over.ts";

test("it is handed over when the system has fetched it, not when it was asked to", async () => {
  const system = new EventEmitter();
  let over: boolean | null = null;
  const handing = handedOver(system, () => undefined).then((is) => (over = is));
  await new Promise(setImmediate);
  expect(over).toBeNull();
  system.emit("update-downloaded");
  expect(await handing).toBe(true);
});

test("a system that refuses, at once or later, is not waited for", async () => {
  const system = new EventEmitter();
  const later = handedOver(system, () => undefined);
  system.emit("error", new Error("code signature"));
  expect(await later).toBe(false);
  const atOnce = handedOver(system, () => {
    throw new Error("no feed");
  });
  expect(await atOnce).toBe(false);
  expect(system.eventNames()).toEqual([]);
});
