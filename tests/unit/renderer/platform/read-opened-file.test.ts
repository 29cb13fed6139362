import { expect, test } from "vitest";
import { readOpenedFile } from "../../../../renderer/platform/read-opened-file.ts";
import type { Bridge } from "../../../../shared/ipc/contract.ts";

const KEY = "0190a0a0-0000-4000-8000-000000000001";
const content = new TextEncoder().encode(
  "BEGIN:VCARD\r\nFN:Zoé\r\nEND:VCARD\r\n",
);
const link = {
  kind: "file",
  key: KEY,
  name: "zoé.vcf",
  bytes: content.length,
} as const;

/** Answers seven bytes at a time; from `broken` on nothing more. */
function bridge(broken = Infinity): Pick<Bridge, "invoke"> {
  const invoke = async (name: string, input: { key: string; from: number }) => {
    expect({ name, key: input.key }).toEqual({ name: "link/read", key: KEY });
    if (input.from >= broken) return { piece: null };
    return { piece: content.slice(input.from, input.from + 7) };
  };
  return { invoke: invoke as never };
}

test("a file that the operating system opened arrives in pieces, whole", async () => {
  const file = await readOpenedFile(bridge(), link);
  if (file === "unreadable") throw new Error(file);
  expect(file.name).toBe("zoé.vcf");
  expect(await file.bytes()).toEqual(content);
});

test("a file that ends before its end is unreadable", async () => {
  expect(await readOpenedFile(bridge(14), link)).toBe("unreadable");
});

test("so is one whose reading throws", async () => {
  const broken = { invoke: () => Promise.reject(new Error("gone")) };
  expect(await readOpenedFile(broken as never, link)).toBe("unreadable");
});
