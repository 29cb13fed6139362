import type { Reason } from "./compare-contacts.ts";

interface Person {
  readonly type?: unknown;
  readonly companyId?: unknown;
}

const OF_THE_NAME: ReadonlySet<Reason> = new Set<Reason>([
  "sameName",
  "closeName",
  "partOfName",
]);

/**
 * DUP-6: of two people of one company address, numbers and mail agree because it is the company's. Nobody is told of them
 * while they are written, unless some part of the name agrees too; a scan goes by the figures alone (DUP-3).
 *
 * @param fields those of the search strings that agree
 */
export function agreeOnlyByEmployer(
  a: Person,
  b: Person,
  reasons: readonly Reason[],
  fields: readonly string[],
): boolean {
  const colleagues =
    a.type === "person" &&
    b.type === "person" &&
    typeof a.companyId === "string" &&
    a.companyId !== "" &&
    a.companyId === b.companyId;
  return (
    colleagues &&
    !fields.includes("name") &&
    !reasons.some((reason) => OF_THE_NAME.has(reason))
  );
}
