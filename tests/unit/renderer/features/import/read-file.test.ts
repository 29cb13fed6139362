import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { readFile } from "../../../../../renderer/features/import/read-file.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function usedMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

it("no text that is kept of a card holds on to the piece of the file that it came in", async () => {
  const cards = Array.from({ length: 200 }, (_, i) =>
    [
      "BEGIN:VCARD",
      "VERSION:3.0",
      `N:Nr${i};Zoe`,
      `UID:${String(i).padStart(36, "0")}`,
      `KEY;ENCODING=b:${"A".repeat(60_000)}`,
      "END:VCARD",
      "",
    ].join("\r\n"),
  );
  const file = new File(cards, "cards.vcf");
  cards.length = 0;
  const ids: string[] = [];
  const before = usedMegabytes();
  for await (const { cards } of readFile(file))
    for (const card of cards)
      if (card.kind === "contact") ids.push(card.contact.externalId);
  expect(ids).toHaveLength(200);
  // 12 MB of file, 7 KB of ids.
  expect(usedMegabytes() - before).toBeLessThan(5);
});
