import { describe, expect, it } from "vitest";
import type { Change } from "../../../../shared/domain/change.ts";
import {
  channelsOf,
  isOddChannel,
  removeChannel,
  writeChannel,
  type TypedChannel,
} from "../../../../shared/domain/more-channels.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import { rebase } from "../../../../shared/sync/rebase.ts";
import { toOps } from "../../../../shared/sync/to-ops.ts";
import { gruyere } from "./contact-builder.ts";

const [first, second] = [
  "0190a0a0-0000-7000-8000-0000000000a1",
  "0190a0a0-0000-7000-8000-0000000000a2",
] as const;
const shop = { kind: "phone", label: "Shop", value: "026 555 09 09" } as const;

function written(
  contact: Contact,
  id: string,
  typed: TypedChannel,
): readonly Change[] {
  const result = writeChannel(contact, id, typed);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const after = (changes: readonly Change[]) =>
  changes[0]?.after as Contact | undefined;
const ops = (changes: readonly Change[]) =>
  changes.flatMap((change) => toOps(change, 1));

describe("a further channel", () => {
  it("is added as one item, its blanks made single, an absent label left out", () => {
    const changes = written(gruyere(), first, {
      kind: "address",
      label: " ",
      value: "Chemin  du\nLac 3,  1630 Bulle ",
    });
    expect(ops(changes)).toMatchObject([
      {
        k: "set",
        f: {
          [`more/${first}`]: [
            null,
            { kind: "address", value: "Chemin du Lac 3, 1630 Bulle" },
          ],
        },
      },
    ]);
  });

  it("is edited member by member", () => {
    const contact = gruyere({ more: { [first]: shop } });
    const number = { ...shop, value: "026 555 08 08" };
    expect(ops(written(contact, first, number))).toMatchObject([
      { f: { [`more/${first}/value`]: [shop.value, number.value] } },
    ]);
    const renamed = { ...shop, label: "Warehouse" };
    expect(ops(written(contact, first, renamed))).toMatchObject([
      { f: { [`more/${first}/label`]: ["Shop", "Warehouse"] } },
    ]);
    expect(written(contact, first, shop)).toEqual([]);
  });

  it("is taken out by emptying it, and the map with the last one", () => {
    const contact = gruyere({ more: { [first]: shop } });
    const gone = written(contact, first, { ...shop, value: "  " });
    expect(after(gone)).toEqual(gruyere());
    expect(removeChannel(gruyere(), first)).toEqual([]);
  });

  it("comes back whole when somebody has removed it meanwhile", () => {
    expect(after(written(gruyere(), first, shop))?.more).toEqual({
      [first]: shop,
    });
  });

  it("OFF-6: leaves the member that was not typed as somebody else has made it meanwhile", () => {
    const opened = { label: shop.label, value: shop.value };
    const now = gruyere({ more: { [first]: { ...shop, label: "Chalet" } } });
    const number = { ...shop, value: "026 555 08 08", opened };
    expect(ops(written(now, first, number))).toMatchObject([
      { f: { [`more/${first}/value`]: [shop.value, number.value] } },
    ]);
    expect(after(written(now, first, number))?.more?.[first]?.label).toBe(
      "Chalet",
    );
    const moved = gruyere({ more: { [first]: { ...shop, value: "021" } } });
    const renamed = { ...shop, label: "Warehouse", opened };
    expect(after(written(moved, first, renamed))?.more?.[first]).toEqual({
      ...shop,
      label: "Warehouse",
      value: "021",
    });
    // Removed meanwhile: all that stood there comes back.
    expect(after(written(gruyere(), first, number))?.more?.[first]).toEqual({
      ...shop,
      value: "026 555 08 08",
    });
  });

  it("stays beside what another person adds at the same time", () => {
    const mine = ops(written(gruyere(), first, shop));
    const theirs = after(
      written(gruyere(), second, { ...shop, label: "Chalet" }),
    );
    const merged = rebase(theirs ?? null, mine) as Contact | null;
    expect(Object.keys(merged?.more ?? {}).toSorted()).toEqual([first, second]);
  });

  it("refuses only what cannot be stored, and says which text it was", () => {
    const long = { ...shop, label: "x".repeat(41) };
    expect(writeChannel(gruyere(), first, long)).toMatchObject({
      ok: false,
      error: { member: "label", code: "too-long" },
    });
    expect(
      writeChannel(gruyere(), first, { ...shop, value: "026\u0000" }),
    ).toMatchObject({
      ok: false,
      error: { member: "value", code: "unstorable-character" },
    });
  });
});

it("a value unlike its kind is kept and known for it", () => {
  const odd = { kind: "phone", label: "", value: "026 FROMAGE" } as const;
  expect(after(written(gruyere(), first, odd))?.more?.[first]?.value).toBe(
    "026 FROMAGE",
  );
  expect(isOddChannel(odd)).toBe(true);
  expect(isOddChannel({ kind: "phone", value: "ask" })).toBe(true);
  expect(isOddChannel(shop)).toBe(false);
  expect(isOddChannel({ kind: "email", value: "a@b" })).toBe(true);
  expect(isOddChannel({ kind: "email", value: "a@b.ch; c@d.ch" })).toBe(false);
  expect(isOddChannel({ kind: "homePage", value: "not a page" })).toBe(true);
  expect(isOddChannel({ kind: "homePage", value: "www.b.ch/x" })).toBe(false);
  expect(isOddChannel({ kind: "address", value: "anything" })).toBe(false);
});

it("the lines stand by kind and age, whatever the order of the map", () => {
  const page = { kind: "homePage", value: "b.ch" } as const;
  const contact = gruyere({ more: { [second]: shop, [first]: page } });
  expect(channelsOf(contact, ["phone", "homePage"]).map(([id]) => id)).toEqual([
    second,
    first,
  ]);
  expect(channelsOf(contact, ["address"])).toEqual([]);
});
