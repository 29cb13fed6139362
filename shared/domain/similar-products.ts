/** A customer for the comparison: what it does, and what it has bought (and kept). */
export interface ComparedCustomer {
  readonly id: string;
  readonly industryGroups: readonly string[];
  /** Codes of products. */
  readonly bought: ReadonlySet<string>;
}

export interface SimilarProducts {
  /** How many other customers share an industry group with this one. */
  readonly customers: number;
  /** What they buy and this one does not, by the number of buyers. */
  readonly products: readonly {
    readonly item: string;
    readonly buyers: number;
  }[];
}

/** Customers that share an industry group, and what they buy that this one has never bought. */
export function similarProducts(
  customer: ComparedCustomer,
  others: Iterable<ComparedCustomer>,
): SimilarProducts {
  const groups = new Set(customer.industryGroups);
  const buyers = new Map<string, number>();
  let customers = 0;
  for (const other of others) {
    if (other.id === customer.id) continue;
    if (!other.industryGroups.some((group) => groups.has(group))) continue;
    customers += 1;
    for (const item of other.bought)
      if (!customer.bought.has(item))
        buyers.set(item, (buyers.get(item) ?? 0) + 1);
  }
  return {
    customers,
    products: [...buyers]
      .map(([item, count]) => ({ item, buyers: count }))
      .toSorted((a, b) => b.buyers - a.buyers || (a.item < b.item ? -1 : 1)),
  };
}
