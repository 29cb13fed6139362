import { expect, it } from "vitest";
import { pictureSize } from "../../../../shared/domain/picture-size.ts";
import { pictureOf, setPicture } from "../../../../shared/domain/picture.ts";
import { FileInfo, THUMB_MAX_BYTES } from "../../../../shared/entities/file.ts";
import { toOps } from "../../../../shared/sync/to-ops.ts";
import { validateOp } from "../../../../shared/sync/validate-op.ts";
import { companyId } from "./contact-builder.ts";

const id = (n: number) => `0190a0a0-0000-7000-8000-00000000000${n}`;
const reduced = {
  mime: "image/jpeg",
  bytes: 3,
  sha256: "ab".repeat(32),
  thumb: "/9j/",
};
const file = (n: number, values: Partial<FileInfo> = {}): FileInfo => ({
  id: id(n),
  contactId: companyId,
  name: "picture.jpg",
  role: "picture",
  ...reduced,
  ...values,
});
const { role: _none, ...letter } = file(9);

it("the picture made last is shown, other files never", () => {
  expect(pictureOf([file(1), file(3), file(2), letter])?.id).toBe(id(3));
  expect(pictureOf([letter])).toBeNull();
});

it("a new picture takes the place of all that are there and leaves other files alone", () => {
  const changes = setPicture(companyId, [file(1), letter, file(2)], {
    id: id(4),
    reduced,
  });
  expect(changes.map(({ id: one, after }) => [one, after])).toEqual([
    [id(1), null],
    [id(2), null],
    [id(4), file(4)],
  ]);
  expect(setPicture(companyId, [file(4)], null)).toHaveLength(1);
  expect(setPicture(companyId, [letter], null)).toEqual([]);
});

it("the server takes base64 of at most 8 KB, and nothing else, as a picture", () => {
  const verdict = (thumb: string) => {
    const [op] = toOps(
      { c: "files", id: id(1), before: null, after: file(1, { thumb }) },
      0,
    );
    return op && validateOp(op).ok;
  };
  const base64 = (bytes: number) => Buffer.alloc(bytes, 7).toString("base64");
  expect(verdict(base64(THUMB_MAX_BYTES))).toBe(true);
  expect(verdict(base64(THUMB_MAX_BYTES + 2))).toBe(false);
  expect(verdict("<svg onload=x>")).toBe(false);
  expect(verdict("")).toBe(false);
});

it("a picture's own words for its size are read without decoding it", () => {
  const of = (...bytes: readonly number[]) =>
    pictureSize(
      new Uint8Array([...bytes, ...Array.from({ length: 30 }, () => 0)]),
    );
  const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13];
  expect(of(...png, 1, 2, 3, 4, 0, 1, 0, 0, 0, 3, 0, 0)).toEqual({
    width: 0x10000,
    height: 0x30000,
  });
  const app = [0xff, 0xe0, 0, 4, 1, 2];
  const frame = [0xff, 0xc2, 0, 17, 8, 0x0b, 0xb8, 0x0f, 0xa0];
  expect(of(0xff, 0xd8, ...app, ...frame)).toEqual({
    width: 4000,
    height: 3000,
  });
  expect(of(0xff, 0xd8, 0xff)).toBeNull();
  expect(of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 10, 0, 20, 0)).toEqual({
    width: 10,
    height: 20,
  });
  expect(of(1, 2, 3)).toBeNull();
});
