/** `xxxxxxxx-xxxx-7…`: the first 48 bits of such an id are when it was made (RFC 9562), in Unix milliseconds. */
const MADE_HERE = /^([0-9a-f]{8})-([0-9a-f]{4})-7/;

/** When a document was made: as the server says or, before it has come there, as its id does; "" = nobody knows. */
export function createdAt(document: {
  readonly id?: unknown;
  readonly createdAt?: unknown;
}): string {
  const { id, createdAt: told } = document;
  if (typeof told === "string" && told !== "") return told;
  const made = typeof id === "string" ? MADE_HERE.exec(id) : null;
  if (!made) return "";
  return new Date(
    Number.parseInt(`${made[1] ?? ""}${made[2] ?? ""}`, 16),
  ).toISOString();
}
