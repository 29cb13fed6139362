import { fold } from "../../../shared/core/fold.ts";
import {
  hasBought,
  lastInvoiced,
  summarisePurchases,
  type PurchaseLine,
} from "../../../shared/domain/purchase-summary.ts";
import {
  similarProducts,
  type ComparedCustomer,
} from "../../../shared/domain/similar-products.ts";
import { createVersions, type StoredValue } from "../projection/versions.ts";
import {
  LINES_SHOWN,
  type AccountAnswer,
  type AccountQuestion,
  type CustomerAnswer,
  type CustomerQuestion,
  type CustomerRow,
  type Item,
  type SimilarAnswer,
} from "./erp-book.ts";
import type { Industries } from "./messages.ts";
import type { SlimAccount, SlimLine } from "./slim-erp.ts";

const MAX_IDS = 500;

/** Accounts, posted lines and their customers' industry groups in memory. No clock, no I/O. */
export function createErpIndex() {
  const accounts = createVersions<SlimAccount>();
  const lines = createVersions<SlimLine>();
  const industries = createVersions<Industries>();
  const byAccount = new Map<string, Set<SlimLine>>();

  function linesOf(accountIds: readonly string[]): readonly SlimLine[] {
    return accountIds.flatMap((id) => [...(byAccount.get(id) ?? [])]);
  }

  function byItem(accountId: string): ReadonlyMap<string, readonly SlimLine[]> {
    return Map.groupBy(byAccount.get(accountId) ?? [], ({ item }) => item);
  }

  function customers(): readonly SlimAccount[] {
    return [...accounts.values()]
      .filter(({ kind }) => kind === "customer")
      .toSorted(byName);
  }

  function compared(account: SlimAccount): ComparedCustomer {
    const bought = [...byItem(account.id)].flatMap(([item, own]) =>
      hasBought(own) ? [item] : [],
    );
    return {
      id: account.id,
      industryGroups: industries.get(account.contactId ?? "")?.groups ?? [],
      bought: new Set(bought),
    };
  }

  function items(): readonly Item[] {
    const found = new Map<
      string,
      { description: string; buyers: number; at: string }
    >();
    for (const id of byAccount.keys())
      for (const [item, own] of byItem(id)) {
        const newest = own.reduce((a, b) => (a.date < b.date ? b : a));
        const known = found.get(item) ?? { description: "", buyers: 0, at: "" };
        if (newest.date >= known.at) {
          known.description = newest.description;
          known.at = newest.date;
        }
        if (hasBought(own)) known.buyers += 1;
        found.set(item, known);
      }
    return [...found]
      .map(([item, { description, buyers }]) => ({ item, description, buyers }))
      .toSorted((a, b) => (a.item < b.item ? -1 : 1));
  }

  function answerCustomers(question: CustomerQuestion): readonly CustomerRow[] {
    const { which, item } = question;
    if (which === "similar") return buyersAlike(item);
    return customers().flatMap((account) => {
      const all = [...(byAccount.get(account.id) ?? [])];
      const own = item === "" ? all : all.filter((line) => line.item === item);
      const bought = hasBought(own);
      const last = lastInvoiced(own);
      const fits =
        which === "bought"
          ? bought
          : which === "never"
            ? !bought
            : bought && (last ?? "") < question.day;
      return fits ? [rowOf(account, own, 0)] : [];
    });
  }

  /** Customers who have never bought it and of whose kind others have, the surest first. */
  function buyersAlike(item: string): readonly CustomerRow[] {
    const all = customers().map((account) => ({
      account,
      compared: compared(account),
    }));
    const buyers = all.filter(({ compared: one }) => one.bought.has(item));
    return all
      .filter(({ compared: one }) => !one.bought.has(item))
      .flatMap(({ account, compared: one }) => {
        const groups = new Set(one.industryGroups);
        const alike = buyers.filter(({ compared: other }) =>
          other.industryGroups.some((group) => groups.has(group)),
        ).length;
        return alike > 0 ? [rowOf(account, [], alike)] : [];
      })
      .toSorted((a, b) => b.buyers - a.buyers || byName(a.account, b.account));
  }

  return {
    applyAccounts: (rows: readonly StoredValue<SlimAccount>[]) =>
      void accounts.applyStored(rows),
    applyIndustries: (rows: readonly StoredValue<Industries>[]) =>
      void industries.applyStored(rows),
    applyLines(rows: readonly StoredValue<SlimLine>[]) {
      for (const { before, after } of lines.applyStored(rows)) {
        if (before) byAccount.get(before.accountId)?.delete(before);
        if (!after) continue;
        const own = byAccount.get(after.accountId) ?? new Set();
        own.add(after);
        byAccount.set(after.accountId, own);
      }
    },
    /** Contacts of customers: theirs are the industry groups that count. */
    contactIds: (): readonly string[] =>
      customers().flatMap(({ contactId }) => contactId ?? []),
    purchases: (accountIds: readonly string[], year: string | null) =>
      summarisePurchases(linesOf(accountIds), year),
    lines(accountIds: readonly string[], item: string) {
      const own = linesOf(accountIds)
        .filter((line) => line.item === item)
        .toSorted((a, b) => (a.date < b.date ? 1 : -1));
      const shown: readonly PurchaseLine[] = own.slice(0, LINES_SHOWN);
      return { total: own.length, lines: shown };
    },
    similar(accountId: string): SimilarAnswer {
      const account = accounts.get(accountId);
      if (!account) return { customers: 0, products: [] };
      const others = customers().map(compared);
      const found = similarProducts(compared(account), others);
      const known = new Map(items().map((one) => [one.item, one]));
      return {
        customers: found.customers,
        products: found.products.map(({ item, buyers }) => ({
          ...{ item, buyers },
          description: known.get(item)?.description ?? "",
        })),
      };
    },
    items,
    customers(question: CustomerQuestion): CustomerAnswer {
      const found = answerCustomers(question);
      const rows = found.slice(question.from, question.to);
      return { total: found.length, rows };
    },
    accounts({ kind, text, free, from, to }: AccountQuestion): AccountAnswer {
      const words = fold(text).split(/\s+/).filter(Boolean);
      const found = [...accounts.values()]
        .filter((one) => one.kind === kind)
        .filter((one) => !free || one.contactId === undefined)
        .filter((one) => matches(one, words))
        .toSorted(byName);
      return {
        total: found.length,
        rows: found.slice(from, to),
        ids: found.slice(0, MAX_IDS).map(({ id }) => id),
      };
    },
  };
}

export type ErpIndex = ReturnType<typeof createErpIndex>;

function rowOf(
  account: SlimAccount,
  own: readonly SlimLine[],
  buyers: number,
): CustomerRow {
  const { totals, last } = summarisePurchases(own);
  return { account, last, amounts: totals, buyers };
}

function matches(account: SlimAccount, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { name, no, postCode = "", city = "" } = account;
  const own = fold(`${name} ${no} ${postCode} ${city}`).split(/[\s'’-]+/);
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

function byName(a: SlimAccount, b: SlimAccount): number {
  const x = fold(a.name);
  const y = fold(b.name);
  return x < y ? -1 : x > y ? 1 : a.no < b.no ? -1 : 1;
}
