import { z } from "zod";
import { Account } from "../../shared/entities/account.ts";
import { Purchase } from "../../shared/entities/purchase.ts";
import { importedId } from "./imported-id.ts";

export interface ImportKind {
  readonly collection: "accounts" | "purchases";
  /** The document of a line; `contactOf` finds the contact that an ERP record is linked to. */
  toDocument(
    line: unknown,
    contactOf: (kind: string, no: string) => string | undefined,
  ): z.ZodSafeParseResult<Account | Purchase>;
}

/** Whom we speak with there is ours to know. */
const AccountLine = Account.fields.omit({
  id: true,
  primaryContactId: true,
  primaryContactName: true,
});

/** `{kind, no, name, …}`, known by kind and number. */
export const accountImport: ImportKind = {
  collection: "accounts",
  toDocument(line, contactOf) {
    const parsed = AccountLine.safeParse(line);
    if (!parsed.success) return parsed as z.ZodSafeParseError<never>;
    const account = parsed.data;
    const { kind, no } = account;
    const contactId = account.contactId ?? contactOf(kind, no);
    return {
      success: true,
      data: {
        ...account,
        id: importedId("account", kind, no),
        ...(contactId === undefined ? {} : { contactId }),
      },
    };
  },
};

/** Francs and Rappen as the ERP writes them. */
const Amount = z.number().min(-1e11).max(1e11);

const PurchaseLine = Purchase.fields
  .omit({
    id: true,
    type: true,
    amountMinor: true,
    discountMinor: true,
    contactId: true,
    accountId: true,
  })
  .extend({
    type: z.enum(["invoice", "credit"]),
    amount: Amount,
    discount: Amount.optional(),
  })
  .refine(
    ({ type, amount, quantity }) =>
      type === "invoice" || (amount <= 0 && quantity <= 0),
    { path: ["amount"], message: "credit notes are negative" },
  );

/** `{document, line, type, customer, item, …}`, known by document and line. */
export const purchaseImport: ImportKind = {
  collection: "purchases",
  toDocument(line, contactOf) {
    const parsed = PurchaseLine.safeParse(line);
    if (!parsed.success) return parsed as z.ZodSafeParseError<never>;
    const { amount, discount, ...bought } = parsed.data;
    const contactId = contactOf("customer", bought.customer);
    return {
      success: true,
      data: {
        ...bought,
        id: importedId("purchase", bought.document, bought.line),
        accountId: importedId("account", "customer", bought.customer),
        amountMinor: Math.round(amount * 100),
        ...(discount === undefined
          ? {}
          : { discountMinor: Math.round(discount * 100) }),
        ...(contactId === undefined ? {} : { contactId }),
      },
    };
  },
};
