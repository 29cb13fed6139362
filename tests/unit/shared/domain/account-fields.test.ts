import { expect, test } from "vitest";
import {
  accountFollows,
  changedCommon,
  commonFields,
  contactFollows,
} from "../../../../shared/domain/account-fields.ts";
import type { Account } from "../../../../shared/entities/account.ts";
import { gruyere, person } from "./contact-builder.ts";

const account: Account = {
  id: "0190a0a0-0000-8000-8000-0000000000c1",
  kind: "customer",
  no: "C10010",
  name: "Gruyère-Est Fromages SA",
  address: "Rue du Moléson 4",
};

test("CNV-4: what changed on the contact goes to its customer, and only that", () => {
  const before = gruyere();
  const after = gruyere({ phone: "+41 91 555 11 99" });
  const fields = changedCommon("customer", before, after);
  expect(fields).toEqual(["phone"]);
  expect(accountFollows(account, after, fields)).toEqual({
    ...account,
    phone: "+41 91 555 11 99",
  });
});

test("CNV-4: what changed on the customer goes to the contact; the search name follows the name", () => {
  expect(contactFollows(gruyere(), account, ["name", "address"])).toEqual(
    gruyere({
      name: "Gruyère-Est Fromages SA",
      companyName: "Gruyère-Est Fromages SA",
      searchName: "GRUYÈRE-EST FROMAGES SA",
      address: "Rue du Moléson 4",
    }),
  );
});

test("CNV-4: a vendor's purchaser and a bank's contact stay as they are", () => {
  expect(commonFields("customer")).toContain("salesperson");
  expect(commonFields("employee")).toContain("salesperson");
  expect(commonFields("vendor")).not.toContain("salesperson");
  expect(commonFields("bank")).not.toContain("salesperson");
});

test("CNV-4: what the contact's fields refuse, or its type does not have, stays out", () => {
  const odd = { ...account, phone: "ask Luc", vatNo: "CHE-1", email: "none" };
  const fields = ["phone", "vatNo", "email"] as const;
  expect(contactFollows(person(), odd, fields)).toEqual(person());
});

test("CNV-4: a value taken away on one side goes on the other, but never a name", () => {
  const bare = { ...account, name: "" };
  expect(contactFollows(gruyere(), bare, ["email", "name"])).not.toHaveProperty(
    "email",
  );
  const nameless = { ...account } as Partial<Account>;
  delete nameless.name;
  expect(contactFollows(gruyere(), nameless as Account, ["name"])).toEqual(
    gruyere(),
  );
});
