import { expect, test } from "vitest";
import {
  attachmentChanges,
  attachmentRefusal,
  attachmentsByVisit,
  MAX_VISIT_BYTES,
  MAX_VISIT_FILES,
  readAttachments,
} from "../../../../shared/domain/attachment.ts";
import {
  emptyVisit,
  isWorthKeeping,
  readDraft,
  withWaiting,
} from "../../../../shared/domain/typed-visit.ts";
import { FileInfo, MAX_FILE_BYTES } from "../../../../shared/entities/file.ts";

const id = (n: number) => `0190a000-0000-7000-8000-${`${n}`.padStart(12, "0")}`;
const photo = (n: number) => ({
  ...{ name: `${n}.jpg`, mime: "image/jpeg", bytes: 300_000 + n },
  sha256: `${n}`.repeat(64).slice(0, 64),
});

test("INT-12: any file goes with a visit, up to 25 MB each, 100 MB and fifty together", () => {
  expect(attachmentRefusal(MAX_FILE_BYTES, [])).toBeNull();
  expect(attachmentRefusal(MAX_FILE_BYTES + 1, [])).toBe("tooLarge");
  expect(attachmentRefusal(0, [])).toBe("empty");
  const most = [{ bytes: MAX_VISIT_BYTES - 10 }];
  expect(attachmentRefusal(10, most)).toBeNull();
  expect(attachmentRefusal(11, most)).toBe("visitFull");
  const many = Array.from({ length: MAX_VISIT_FILES }, () => ({ bytes: 1 }));
  expect(attachmentRefusal(1, many)).toBe("visitFull");
});

test("the documents are what the entity takes, and stand with their visit in the order in which they were attached", () => {
  let n = 10;
  const visit = { id: id(1), contactId: id(2) };
  const changes = attachmentChanges(
    visit,
    [{ ...photo(1), thumb: "AAAA" }, photo(2)],
    () => id(n++),
  );
  const files = changes.map(({ after }) => FileInfo.fields.parse(after));
  expect(files.map(({ thumb }) => thumb)).toEqual(["AAAA", undefined]);
  const picture = { ...photo(3), id: id(3), contactId: id(2) };
  const found = attachmentsByVisit([
    ...files.toReversed(),
    { ...picture, role: "picture" },
    picture,
  ]);
  expect([...found]).toEqual([[visit.id, files]]);
});

test("a draft keeps its files, and what is no file of ours is left out", () => {
  const visit = { ...emptyVisit(id(2), "2026-03-13"), files: [photo(1)] };
  expect(isWorthKeeping(visit)).toBe(true);
  expect(readDraft(JSON.parse(JSON.stringify(visit)))).toEqual(visit);
  expect(readAttachments([null, 1, { name: "x" }, photo(2)])).toEqual([
    photo(2),
  ]);
  expect(readAttachments("x")).toEqual([]);
  const waiting = { ...visit, files: [photo(1), photo(3)] };
  const both = withWaiting({ ...visit, files: [photo(2), photo(1)] }, waiting);
  expect(both.files).toEqual([photo(1), photo(3), photo(2)]);
});
