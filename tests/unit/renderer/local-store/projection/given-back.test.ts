import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import {
  fromBytes,
  toBytes,
  type Packed,
} from "../../../../../renderer/local-store/projection/columns/pack.ts";
import { createProjection } from "../../../../../renderer/local-store/projection/projection.ts";
import type { SlimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import { slimContact } from "../../../../../renderer/local-store/projection/slim-contact.ts";
import { envelopeOf, idOf } from "../../../../bench/page/bench-contacts.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const contact = (i: number): SlimContact => slimContact(envelopeOf(i).v ?? {});
const stored = (i: number, lwt: number) => ({
  ...{ id: idOf(i), lwt, applied: 0, value: contact(i) },
});

test("columns that have grown since they were loaded give the memory back that they were loaded into", async () => {
  const before = createProjection();
  const rows = Array.from({ length: 300 }, (_, i) => stored(i, 1));
  before.applyStored({ c: "contacts", rows });
  const { projection, loaded } = reloaded(before.pack());
  projection.applyStored({
    c: "contacts",
    rows: [stored(7, 2), stored(300, 2)],
  });
  // What a test still has on its stack is gone with the turn.
  await new Promise((done) => setTimeout(done, 0));
  collect();
  expect(loaded.filter((column) => column.deref() !== undefined)).toEqual([]);
  expect(projection.sizes.contacts).toBe(301);
});

/** As at a start; and of the columns that every new contact makes grow, whether somebody still holds them. */
function reloaded(
  parts: ReturnType<ReturnType<typeof createProjection>["pack"]>,
) {
  const again = (part: Packed) => fromBytes(toBytes(part));
  const contacts = again(parts.contacts);
  const of = (name: string, part = contacts) => part[name] as Packed;
  const columns = [
    of("texts")["bytes"],
    of("texts")["starts"],
    of("ids")["words"],
    contacts["flags"],
    contacts["changed"],
  ] as unknown as Uint8Array[];
  const loaded = columns.map(({ buffer }) => new WeakRef(buffer));
  const index = again(parts.index);
  const work = again(parts.work);
  const projection = createProjection({ contacts, index, work });
  return { projection, loaded };
}
