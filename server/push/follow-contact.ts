import type { StoredDocument } from "../../shared/sync/stored-document.ts";

/** Notes that are part of a contact: what was noted about it, what its imported card held beside its fields. */
const ITS_OWN: readonly unknown[] = ["comment", "vcard"];

/**
 * What has to happen to an attachment or a comment when its contact was deleted or came back: a contact takes its
 * picture, its files and its comments along (DEL-3), and an edit that brings the contact back (OFF-7) brings back what
 * went with it, nothing else.
 */
export function followContact(
  one: StoredDocument,
  before: StoredDocument,
  after: StoredDocument,
): "delete" | "restore" | null {
  const follows =
    one.c === "files" || (one.c === "notes" && ITS_OWN.includes(one.v["kind"]));
  if (!follows || one.v["contactId"] !== after.id) return null;
  if (after.deleted) return before.deleted || one.deleted ? null : "delete";
  const [gone, contactGone] = [one.stamps[""], before.stamps[""]];
  const together = gone?.h === contactGone?.h && gone?.d === contactGone?.d;
  return before.deleted && one.deleted && together ? "restore" : null;
}
