import { expect, test } from "vitest";
import { createPublisher } from "../../../../electron/ipc/publish.ts";
import { requests } from "../../../../shared/ipc/contract.ts";
import { events } from "../../../../shared/ipc/events.ts";
import { eventNames, requestNames } from "../../../../shared/ipc/names.ts";

test("the preload script knows exactly the names of the contract", () => {
  expect([...requestNames].sort()).toEqual(Object.keys(requests).sort());
  expect([...eventNames].sort()).toEqual(Object.keys(events).sort());
});

test("a page that was loaded later is told the present states, not past happenings", () => {
  const sent: [string, unknown][] = [];
  const publisher = createPublisher((name, payload) =>
    sent.push([name, payload]),
  );
  publisher.publish("server/stream", { up: true });
  publisher.publish("server/stream", { up: false });
  publisher.publish("power/resumed", {});
  sent.length = 0;
  publisher.repeatStates();
  expect(sent).toEqual([["server/stream", { up: false }]]);
});

test("what the contract refuses is not sent", () => {
  const publisher = createPublisher(() => {
    throw new Error("sent");
  });
  expect(() =>
    publisher.publish("server/hint", { head: 1.5, collections: [] }),
  ).toThrow(/int/);
});
