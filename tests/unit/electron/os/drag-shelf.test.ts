import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { createDragShelf } from "../../../../electron/os/drag-shelf.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const CARD = "BEGIN:VCARD\r\nEND:VCARD\r\n";
afterEach(() => void vi.useRealTimers());

test("a card lies under its name while it is taken, and is gone a minute later", () => {
  vi.useFakeTimers();
  const folder = path.join(temporaryFolder(), "drag");
  const shelf = createDragShelf(folder);
  const [one, two] = [
    shelf.put("Zoé Müller", CARD),
    shelf.put("Zoé Müller", CARD),
  ];
  expect(path.basename(one)).toBe("Zoé Müller.vcf");
  expect(two).not.toBe(one);
  expect(readFileSync(one, "utf8")).toBe(CARD);
  vi.advanceTimersByTime(60_000);
  expect(existsSync(one) || existsSync(two)).toBe(false);
});

test.each([
  ["../../etc/passwd", "-..-etc-passwd.vcf"],
  ["C:\\autoexec.bat", "C-autoexec.bat.vcf"],
  [".bashrc", "bashrc.vcf"],
  ["a\0b\n", "a-b-.vcf"],
  ["…", "-.vcf"],
  ["", "contact.vcf"],
])("a name like %j stays one part of a path", (name, expected) => {
  const folder = path.join(temporaryFolder(), "drag");
  const file = createDragShelf(folder).put(name, CARD);
  expect(path.basename(file)).toBe(expected);
  expect(path.dirname(path.dirname(file))).toBe(folder);
});

test("what a crash has left is gone at the next start, and all of it at the end", () => {
  const folder = path.join(temporaryFolder(), "drag");
  mkdirSync(path.join(folder, "old"), { recursive: true });
  writeFileSync(path.join(folder, "old", "x.vcf"), CARD);
  const shelf = createDragShelf(folder);
  expect(existsSync(folder)).toBe(false);
  shelf.put("x", CARD);
  shelf.clear();
  expect(existsSync(folder)).toBe(false);
});

test("a file that another program holds on to stops nobody: it goes as soon as it is let go of", () => {
  vi.useFakeTimers();
  const folder = path.join(temporaryFolder(), "drag");
  let held = true;
  const shelf = createDragShelf(folder, (at) => {
    if (held && existsSync(at)) throw new Error("EBUSY");
    rmSync(at, { recursive: true, force: true });
  });
  const file = shelf.put("Zoé Müller", CARD);
  expect(() => shelf.clear()).not.toThrow();
  expect(() =>
    createDragShelf(folder, () => {
      throw new Error("EBUSY");
    }),
  ).not.toThrow();
  vi.advanceTimersByTime(60_000);
  expect(existsSync(file)).toBe(true);
  held = false;
  vi.advanceTimersByTime(60_000);
  expect(existsSync(file)).toBe(false);
});

test("a disk that refuses is told without the name of a card", () => {
  const folder = path.join(temporaryFolder(), "drag");
  const shelf = createDragShelf(folder);
  writeFileSync(folder, "no folder");
  expect(() => shelf.put("Zoé Müller", CARD)).toThrow(
    /^No card on the shelf: [A-Z]+$/,
  );
});
