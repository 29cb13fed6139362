import type { StoredDocument } from "../../shared/sync/stored-document.ts";

/**
 * What has to happen to an attachment when its contact was deleted or came back: a contact takes its picture and its
 * files along, and an edit that brings the contact back (OFF-7) brings back what went with it, nothing else.
 */
export function followContact(
  file: StoredDocument,
  before: StoredDocument,
  after: StoredDocument,
): "delete" | "restore" | null {
  if (file.c !== "files" || file.v["contactId"] !== after.id) return null;
  if (after.deleted) return before.deleted || file.deleted ? null : "delete";
  const [gone, contactGone] = [file.stamps[""], before.stamps[""]];
  const together = gone?.h === contactGone?.h && gone?.d === contactGone?.d;
  return before.deleted && file.deleted && together ? "restore" : null;
}
