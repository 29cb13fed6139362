import { expect, test } from "vitest";
import { linksIn } from "../../../../electron/os/deep-link.ts";

const ID = "0190c0de-0000-7000-8000-000000000001";
const contact = { kind: "contact", id: ID };
const file = (path: string) => ({ kind: "file", path });
const found = (...argv: string[]) => linksIn(argv, "/home/chantal");

test("a link is found wherever Chromium has put its own switches", () => {
  expect(
    found("/opt/Carnet/carnet", "--enable-x", `carnet://contact/${ID}`, "--y"),
  ).toEqual([contact]);
});

test("identifiers are the same in capitals, as some programs write links", () => {
  expect(found(`CARNET://contact/${ID.toUpperCase()}`)).toEqual([contact]);
  expect(found(`carnet://contact/${ID}/`)).toEqual([contact]);
});

test("a link to anything but a contact is passed over", () => {
  expect(
    found(
      "carnet://",
      "carnet://contact/",
      "carnet://contact/../../etc",
      "carnet://contact/1",
      `carnet://contact/${ID}/delete`,
      `carnet://contact/${ID}?then=delete`,
      `carnet://settings/${ID}`,
      `https://contact/${ID}`,
    ),
  ).toEqual([]);
});

test("a vCard file is found by path, relative path and address", () => {
  expect(
    found(
      "/cards/a.vcf",
      "b.VCF",
      "file:///cards/Z%C3%BCrich%20c.vcf",
      "file://localhost/cards/d.vcf",
      "/cards/e.VCARD",
    ),
  ).toEqual([
    file("/cards/a.vcf"),
    file("/home/chantal/b.VCF"),
    file("/cards/Zürich c.vcf"),
    file("/cards/d.vcf"),
    file("/cards/e.VCARD"),
  ]);
});

test("a switch, another file and another machine's file are passed over", () => {
  expect(
    found(
      "--import=/cards/a.vcf",
      "/opt/Carnet",
      "notes.txt",
      "file://elsewhere/cards/a.vcf",
      "https://example.test/a.vcf",
      "carnet://import/a.vcf",
      "file:///%ZZ.vcf",
      "",
    ),
  ).toEqual([]);
});

test("a backup is found as a file is, and is no vCard", () => {
  expect(found("b.carnetbackup", "file:///a/Sauvegarde.CARNETBACKUP")).toEqual([
    { kind: "backup", path: "/home/chantal/b.carnetbackup" },
    { kind: "backup", path: "/a/Sauvegarde.CARNETBACKUP" },
  ]);
});
