import { expect, it } from "vitest";
import {
  inheritFlagsOf,
  inheritOnJoin,
} from "../../../../shared/domain/inheritance.ts";
import { employerOn } from "../../../../shared/domain/employer.ts";
import { Contact } from "../../../../shared/entities/contact.ts";
import {
  leaveCompany,
  moveToCompany,
} from "../../../../shared/domain/move-contact.ts";
import { countingIds, gruyere, helvetia, person } from "./contact-builder.ts";

const flags = inheritFlagsOf(null);
const luc = {
  ...inheritOnJoin(
    person({ mobile: "+41 79 555 10 10" }),
    gruyere(),
    null,
    flags,
  ),
  email: "luc.pasquier@gruyere-est.example",
};

const until = "2026-03-12";
const newId = countingIds();
const leave = { until, newId };

it("A4: Luc takes over what was the old company's and keeps what is his", () => {
  const result = moveToCompany({
    ...leave,
    person: luc,
    from: gruyere(),
    to: helvetia(),
    flags,
  });
  expect(result).toMatchObject({
    ok: true,
    value: [
      {
        c: "contacts",
        id: luc.id,
        before: luc,
        after: {
          companyId: helvetia().id,
          companyName: "Helvetia Präzision AG",
          salesperson: "SKE",
          language: "DES",
          address: "Industriestrasse 45",
          postCode: "8005",
          city: "Zürich",
          phone: "+41 44 555 20 00",
          email: "luc.pasquier@gruyere-est.example",
          mobile: "+41 79 555 10 10",
        },
      },
      { c: "contacts", id: gruyere().id, before: gruyere() },
    ],
  });
});

it("TYP-9: both cards say until when, and only they change", () => {
  const result = moveToCompany({
    ...leave,
    person: luc,
    from: gruyere(),
    to: helvetia(),
    flags,
  });
  const [own, theirs] = result.ok
    ? result.value.map(({ after }) => after as Contact)
    : [];
  expect(Object.values(own?.links ?? {})).toEqual([
    { kind: "formerEmployer", contactId: gruyere().id, until },
  ]);
  expect(Object.values(theirs?.links ?? {})).toEqual([
    { kind: "formerPerson", contactId: luc.id, until },
  ]);
  for (const contact of [own, theirs])
    expect(Contact.fields.safeParse(contact).error).toBeUndefined();
});

it("TYP-9: an employer that this device does not have leaves the tie on the person alone", () => {
  const result = moveToCompany({
    ...leave,
    person: luc,
    from: null,
    to: helvetia(),
    flags,
  });
  expect(result.ok && result.value.map(({ id }) => id)).toEqual([luc.id]);
});

it("TYP-9: what happens on a day belongs to the employer of that day", () => {
  const result = moveToCompany({
    ...leave,
    person: luc,
    from: gruyere(),
    to: helvetia(),
    flags,
  });
  const moved = result.ok ? (result.value[0]?.after as Contact) : luc;
  expect(employerOn(moved, "2026-03-13")).toBe(helvetia().id);
  expect(employerOn(moved, "2026-03-12")).toBe(gruyere().id);
  const again = moveToCompany({
    ...leave,
    until: "2026-06-30",
    person: moved,
    from: helvetia(),
    to: gruyere(),
    flags,
  });
  const back = again.ok ? (again.value[0]?.after as Contact) : luc;
  expect(employerOn(back, "2026-07-01")).toBe(gruyere().id);
  expect(employerOn(back, "2026-06-30")).toBe(helvetia().id);
  expect(employerOn(back, "2026-01-01")).toBe(gruyere().id);
  expect(employerOn(gruyere(), "2026-01-01")).toBe(gruyere().id);
});

it("INH-3, TYP-10: an independent person who joins keeps an address of their own, and no past goes anywhere", () => {
  const annina = person({ address: "Obere Gasse 11", city: "Chur" });
  const result = moveToCompany({
    ...leave,
    person: annina,
    from: null,
    to: helvetia(),
    flags,
  });
  expect(result.ok && result.value).toHaveLength(1);
  const after = result.ok ? result.value[0]?.after : null;
  expect(after).toMatchObject({
    address: "Obere Gasse 11",
    city: "Chur",
    phone: "+41 44 555 20 00",
  });
  expect(after).not.toHaveProperty("links");
});

it("moving to the present employer changes nothing", () => {
  expect(
    moveToCompany({
      ...leave,
      person: luc,
      from: gruyere(),
      to: gruyere(),
      flags,
    }),
  ).toEqual({ ok: true, value: [] });
});

it("TYP-1: only a person moves, and only to a company", () => {
  expect(
    moveToCompany({
      ...leave,
      person: gruyere(),
      from: null,
      to: helvetia(),
      flags,
    }),
  ).toEqual({ ok: false, error: { kind: "not-a-person" } });
  expect(
    moveToCompany({ ...leave, person: luc, from: null, to: person(), flags }),
  ).toEqual({ ok: false, error: { kind: "not-a-company" } });
});

it("TYP-3: who leaves the company is independent and keeps every other value", () => {
  const { companyId: _, companyName: __, ...free } = luc;
  const from = gruyere();
  const left = leaveCompany({ ...leave, person: luc, from });
  const after = left.ok ? (left.value[0]?.after as Contact) : luc;
  const { links, ...rest } = after;
  expect(rest).toEqual(free);
  expect(Object.values(links ?? {})).toMatchObject([{ contactId: from.id }]);
  expect(left.ok && left.value[1]?.id).toBe(from.id);
  const alone = { ...leave, person: person(), from: null };
  expect(leaveCompany(alone)).toEqual({ ok: true, value: [] });
  expect(leaveCompany({ ...alone, person: gruyere() }).ok).toBe(false);
});
