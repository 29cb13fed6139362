import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  createLinkInbox,
  LARGEST_FILE_BYTES,
} from "../../../../electron/os/link-inbox.ts";
import { temporaryFolder } from "../temporary-folder.ts";

const ID = "0190c0de-0000-7000-8000-000000000001";
const contact = { kind: "contact", id: ID } as const;

function inbox() {
  let told = 0;
  const links = createLinkInbox(() => told++);
  return { links, told: () => told };
}

test("what came before the window was open waits for it, and is handed out once", async () => {
  const { links, told } = inbox();
  links.add([contact]);
  links.add([]);
  links.add([contact]);
  expect(told()).toBe(2);
  expect(await links.take()).toEqual([contact, contact]);
  expect(await links.take()).toEqual([]);
});

test("a file is read when it is taken, and its folder is not told", async () => {
  const file = path.join(temporaryFolder(), "carte.vcf");
  const { links } = inbox();
  links.add([{ kind: "file", path: file }]);
  writeFileSync(file, "BEGIN:VCARD");
  expect(await links.take()).toEqual([
    {
      kind: "file",
      name: "carte.vcf",
      bytes: new TextEncoder().encode("BEGIN:VCARD"),
    },
  ]);
});

test("a file that is too large, gone or none is named with its reason, and the others still come", async () => {
  const folder = temporaryFolder();
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at("large.vcf"), "");
  truncateSync(at("large.vcf"), LARGEST_FILE_BYTES + 1);
  mkdirSync(at("folder.vcf"));
  const { links } = inbox();
  for (const name of ["large.vcf", "folder.vcf", "gone.vcf"])
    links.add([{ kind: "file", path: at(name) }]);
  links.add([contact]);
  expect(await links.take()).toEqual([
    { kind: "unread-file", name: "large.vcf", reason: "too-large" },
    { kind: "unread-file", name: "folder.vcf", reason: "unreadable" },
    { kind: "unread-file", name: "gone.vcf", reason: "unreadable" },
    contact,
  ]);
});
