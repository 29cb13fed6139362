import { describe, expect, it } from "vitest";
import {
  addressOn,
  removeAltAddress,
  writeAltAddress,
  type TypedAddress,
} from "../../../../shared/domain/alt-address.ts";
import { Contact } from "../../../../shared/entities/contact.ts";
import { person } from "./contact-builder.ts";

const BUREAU = "0190a0a0-0000-7000-8000-0000000000b1";
const CHALET = "0190a0a0-0000-7000-8000-0000000000c1";
const SECOND = "0190a0a0-0000-7000-8000-0000000000c2";

const bureau: TypedAddress = {
  texts: {
    code: "bureau2",
    address: "Bd de Pérolles 7",
    postCode: "1700",
    city: "Fribourg",
  },
  periods: [{ id: BUREAU, from: "2026-07-01", to: null }],
};
const chalet: TypedAddress = {
  texts: {
    code: "CHALET",
    address: "Route de Verbier 40",
    postCode: "1936",
    city: "Verbier",
  },
  periods: [{ id: CHALET, from: "2026-12-20", to: "2027-01-10" }],
};

function written(contact: Contact, id: string, typed: TypedAddress): Contact {
  const result = writeAltAddress(contact, id, typed);
  if (!result.ok) throw new Error([...result.error.problems].join());
  const after = result.value[0]?.after as Contact;
  expect(Contact.fields.safeParse(after).error).toBeUndefined();
  return after;
}

const luc = written(written(person(), BUREAU, bureau), CHALET, chalet);

describe("A16: Luc's addresses", () => {
  it.each([
    ["2026-03-13", undefined],
    ["2026-06-30", undefined],
    ["2026-07-01", "BUREAU2"],
    ["2026-08-15", "BUREAU2"],
    ["2026-12-24", "CHALET"],
    ["2027-01-10", "CHALET"],
    ["2027-01-11", "BUREAU2"],
    ["2027-02-01", "BUREAU2"],
  ])("ALT-1: on %s it is %s", (day, code) => {
    expect(addressOn(luc, day)?.code).toBe(code);
  });

  it("ALT-1: a second period that starts on the same day is refused", () => {
    const id = "0190a0a0-0000-7000-8000-0000000000d1";
    const result = writeAltAddress(luc, id, {
      texts: { code: "AUTRE" },
      periods: [{ id, from: "2026-12-20", to: null }],
    });
    expect(!result.ok && [...result.error.problems]).toEqual([
      [id, "start-taken"],
    ]);
  });

  it("ALT-1: two periods of one address may not share a start either", () => {
    const result = writeAltAddress(luc, CHALET, {
      ...chalet,
      periods: [
        ...chalet.periods,
        { id: SECOND, from: "2026-12-20", to: null },
      ],
    });
    expect(!result.ok && [...result.error.problems]).toEqual([
      [SECOND, "start-taken"],
    ]);
  });

  it("ALT-1: an end before its start is refused, on its start it is not", () => {
    const ends = (to: string) =>
      writeAltAddress(luc, CHALET, {
        ...chalet,
        periods: [{ id: CHALET, from: "2026-12-20", to }],
      });
    const early = ends("2026-12-19");
    expect(!early.ok && [...early.error.problems]).toEqual([
      [CHALET, "end-before-start"],
    ]);
    expect(ends("2026-12-20").ok).toBe(true);
  });
});

it("ALT-1: an address may have several periods, each valid in its time", () => {
  const twice = written(luc, CHALET, {
    ...chalet,
    periods: [
      ...chalet.periods,
      { id: SECOND, from: "2027-12-20", to: "2028-01-10" },
    ],
  });
  expect(addressOn(twice, "2027-12-24")?.code).toBe("CHALET");
  expect(addressOn(twice, "2027-11-01")?.code).toBe("BUREAU2");
  const once = written(twice, CHALET, {
    ...chalet,
    periods: [{ id: SECOND, from: "2027-12-20", to: "2028-01-10" }],
  });
  expect(addressOn(once, "2026-12-24")?.code).toBe("BUREAU2");
  expect(addressOn(once, "2027-12-24")?.code).toBe("CHALET");
});

it("ALT-1: an address without any period is never proposed", () => {
  const lone = written(person(), BUREAU, { ...bureau, periods: [] });
  expect(addressOn(lone, "2026-08-15")).toBeNull();
});

it("an address that is taken away takes its periods along", () => {
  const twice = written(luc, CHALET, {
    ...chalet,
    periods: [...chalet.periods, { id: SECOND, from: "2027-12-20", to: null }],
  });
  const after = removeAltAddress(twice, CHALET)[0]?.after as Contact;
  expect(after.altPeriods).toBeUndefined();
  expect(Object.keys(after.altAddresses ?? {})).toEqual([BUREAU]);
  expect(removeAltAddress(after, CHALET)).toEqual([]);
});

it("code and texts are checked, and every problem is named at once", () => {
  const result = writeAltAddress(luc, SECOND, {
    texts: { code: " chalet ", phone: "call me", address: "x".repeat(101) },
    periods: [{ id: SECOND, from: null, to: "2027-01-01" }],
  });
  expect(!result.ok && Object.fromEntries(result.error.problems)).toEqual({
    code: "code-taken",
    phone: "letters-in-phone",
    address: "too-long",
    [SECOND]: "start-missing",
  });
  const nameless = writeAltAddress(luc, SECOND, { texts: {}, periods: [] });
  expect(!nameless.ok && [...nameless.error.problems]).toEqual([
    ["code", "required"],
  ]);
});

it("writing again what is there changes nothing", () => {
  expect(writeAltAddress(luc, CHALET, chalet)).toEqual({ ok: true, value: [] });
});
