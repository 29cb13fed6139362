import { expect, test } from "vitest";
import { asOneFile } from "../../../../../renderer/features/import/one-file.ts";
import { readFile } from "../../../../../renderer/features/import/read-file.ts";

const card = (name: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEND:VCARD`;
const file = (name: string, ...parts: BlobPart[]) => new File(parts, name);

async function namesIn(from: Blob): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { cards } of readFile(from))
    for (const one of cards)
      names.push(one.kind === "contact" ? one.contact.name : one.reason);
  return names;
}

test("cards of several files are one file, whatever mark they begin with", async () => {
  const files = await asOneFile([
    file("anna.vcf", card("Anna Frei")),
    file("béat.vcf", new Uint8Array([0xef, 0xbb, 0xbf]), card("Béat Müller")),
    file("carla.vcf", "\r\n", card("Carla Rossi"), "\r\n"),
  ]);
  expect(files.map(({ name }) => name)).toEqual([
    "anna.vcf, béat.vcf, carla.vcf",
  ]);
  expect(await namesIn(files[0] as File)).toEqual([
    "Anna Frei",
    "Béat Müller",
    "Carla Rossi",
  ]);
});

test("a table, a file in two bytes a letter and what is no card stay by themselves", async () => {
  const wide = new Uint8Array(
    Uint16Array.from(`\uFEFF${card("Dora")}`, (c) => c.charCodeAt(0)).buffer,
  );
  const files = await asOneFile([
    file("list.csv", "Name;Phone\nEva;021 555 12 12\n"),
    file("anna.vcf", card("Anna Frei")),
    file("dora.vcf", wide),
    file("broken.vcf", "nothing"),
    file("carla.vcf", card("Carla Rossi")),
  ]);
  expect(files.map(({ name }) => name)).toEqual([
    "anna.vcf, carla.vcf",
    "list.csv",
    "dora.vcf",
    "broken.vcf",
  ]);
});

test("of many the first ones are named, each whole", async () => {
  const names = Array.from({ length: 30 }, (_, i) => `export-${i}.vcf`);
  const [one] = await asOneFile(names.map((name) => file(name, card(name))));
  expect(one?.name).toBe(`${names.slice(0, 7).join(", ")}, …`);
});

test("a file alone is left as it is", async () => {
  const alone = file("anna.vcf", card("Anna Frei"));
  expect((await asOneFile([alone]))[0]).toBe(alone);
});
