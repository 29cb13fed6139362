import type { CollectionName } from "../../shared/entities/registry.ts";
import { collectionOf, numberOf } from "../storage/document-row.ts";

/** "Company so and so has come to here, and these collections have changed." */
export interface News {
  readonly tenantId: string;
  readonly head: number;
  readonly collections: ReadonlySet<CollectionName>;
}

/** PostgreSQL takes less than 8,000 bytes. */
const MAX_BYTES = 7_900;
const LINE = /^([0-9a-f-]{36}) (\d{1,15}) (\d{1,5}(?:,\d{1,5})*)$/;

/** As few texts as hold all of it: a line a company, its collections by number. */
export function writeNews(news: readonly News[]): string[] {
  const texts: string[] = [];
  for (const { tenantId, head, collections } of news) {
    const line = `${tenantId} ${head} ${[...collections].map(numberOf).join(",")}`;
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= MAX_BYTES)
      texts[texts.length - 1] = `${last}\n${line}`;
    else texts.push(line);
  }
  return texts;
}

/** Whoever may use the database may say anything here: what is no news, or of a newer program, is passed over. */
export function readNews(text: string): News[] {
  return text.split("\n").flatMap((line) => {
    const [, tenantId = "", head, numbers] = LINE.exec(line) ?? [];
    const names = (numbers ?? "").split(",").flatMap(knownCollection);
    return names.length === 0
      ? []
      : [{ tenantId, head: Number(head), collections: new Set(names) }];
  });
}

function knownCollection(number: string): CollectionName[] {
  try {
    return [collectionOf(Number(number))];
  } catch {
    return [];
  }
}
