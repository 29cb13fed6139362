import { expect, it } from "vitest";
import {
  inheritFlagsOf,
  inheritOnJoin,
} from "../../../../shared/domain/inheritance.ts";
import {
  leaveCompany,
  moveToCompany,
} from "../../../../shared/domain/move-contact.ts";
import { gruyere, helvetia, person } from "./contact-builder.ts";

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

it("A4: Luc takes over what was the old company's and keeps what is his", () => {
  const result = moveToCompany({
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
    ],
  });
});

it("INH-3: an independent person who joins keeps an address of their own", () => {
  const annina = person({ address: "Obere Gasse 11", city: "Chur" });
  const result = moveToCompany({
    person: annina,
    from: null,
    to: helvetia(),
    flags,
  });
  expect(result.ok && result.value[0]?.after).toMatchObject({
    address: "Obere Gasse 11",
    city: "Chur",
    phone: "+41 44 555 20 00",
  });
});

it("moving to the present employer changes nothing", () => {
  expect(
    moveToCompany({ person: luc, from: gruyere(), to: gruyere(), flags }),
  ).toEqual({ ok: true, value: [] });
});

it("TYP-1: only a person moves, and only to a company", () => {
  expect(
    moveToCompany({ person: gruyere(), from: null, to: helvetia(), flags }),
  ).toEqual({ ok: false, error: { kind: "not-a-person" } });
  expect(
    moveToCompany({ person: luc, from: null, to: person(), flags }),
  ).toEqual({ ok: false, error: { kind: "not-a-company" } });
});

it("TYP-3: who leaves the company is independent and keeps every other value", () => {
  const { companyId: _, companyName: __, ...free } = luc;
  expect(leaveCompany(luc)).toEqual({
    ok: true,
    value: [{ c: "contacts", id: luc.id, before: luc, after: free }],
  });
  expect(leaveCompany(person())).toEqual({ ok: true, value: [] });
  expect(leaveCompany(gruyere()).ok).toBe(false);
});
