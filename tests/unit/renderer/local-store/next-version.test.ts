import { expect, test } from "vitest";
import {
  nextVersion,
  UNCONFIRMED,
} from "../../../../renderer/local-store/next-version.ts";
import type { Stored } from "../../../../renderer/local-store/stored-document.ts";

const marks = { seq: 4, rev: 2, epoch: "e1", applied: 0 };
const stored: Stored = {
  id: "a",
  v: { id: "a", contactId: "c", comment: "private" },
  contactId: "c",
  ...marks,
  _deleted: false,
  _rev: "1-x",
  _meta: { lwt: 5 },
  _attachments: {},
};

test("a deletion keeps the marks and nothing of the content", () => {
  const row = nextVersion("files", "a", stored, null, marks);
  expect(row?.deleted).toBe(true);
  expect(row?.document).toEqual({ id: "a", contactId: "", v: {}, ...marks });
});

test("what is there already costs no write; a new mark does", () => {
  const { v } = stored;
  expect(nextVersion("files", "a", stored, { ...v }, marks)).toBeNull();
  const later = { ...marks, seq: 5 };
  expect(nextVersion("files", "a", stored, v, later)).not.toBeNull();
  const own = { ...marks, applied: 9 };
  expect(nextVersion("files", "a", stored, v, own)).not.toBeNull();
});

test("a document that was never here is written without a previous version", () => {
  const v = { id: "a", contactId: "c" };
  const row = nextVersion("files", "a", undefined, v, UNCONFIRMED);
  expect(row).toMatchObject({ previous: undefined, deleted: false });
});
