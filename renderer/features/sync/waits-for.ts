import type { OutboxLine } from "./outbox-lines.ts";

/** Which new contact a record has to follow: it is sent after it, by the order of the outbox. By record, `c/id`. */
export function waitsFor(
  lines: readonly OutboxLine[],
): ReadonlyMap<string, OutboxLine> {
  const created = new Map(
    lines
      .filter(({ c, state }) => c === "contacts" && state === "created")
      .map((line) => [line.id, line]),
  );
  const found = new Map<string, OutboxLine>();
  for (const line of lines) {
    const company = line.fields.find(({ path }) => path === "companyId")?.now;
    const ids = [typeof company === "string" ? company : "", line.contactId];
    const first = ids
      .flatMap((id) => created.get(id ?? "") ?? [])
      .find(({ id }) => id !== line.id);
    if (first) found.set(`${line.c}/${line.id}`, first);
  }
  return found;
}
