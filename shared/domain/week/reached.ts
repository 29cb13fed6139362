/** A call or a mail that was begun from the app (INT-14). */
export interface Reached {
  readonly contactId: string;
  readonly kind: "call" | "mail";
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly minutes: number;
}

/** A stored one, or null when it is none. */
export function readReached(value: unknown): Reached | null {
  if (typeof value !== "object" || value === null) return null;
  const { contactId, kind, startedAt, minutes } = value as Readonly<
    Record<string, unknown>
  >;
  return typeof contactId === "string" &&
    (kind === "call" || kind === "mail") &&
    typeof startedAt === "number" &&
    Number.isFinite(startedAt) &&
    typeof minutes === "number"
    ? { contactId, kind, startedAt, minutes }
    : null;
}
