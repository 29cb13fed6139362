import { fold } from "../../../shared/core/fold.ts";
import type { Envelope } from "../../../shared/sync/protocol.ts";
import { idOf } from "./bench-contacts.ts";
import { GOLDEN, goldenPlace } from "./golden-contacts.ts";

/** One question with the only right answers, worked out from the data without any engine. */
export interface GoldenQuery {
  readonly kind:
    | "typo"
    | "prefix"
    | "accent"
    | "umlaut"
    | "near-duplicate"
    | "phone"
    | "e-mail";
  readonly text: string;
  /** Ids; any ten of them are a full answer. */
  readonly expected: readonly string[];
}

/** What every engine is given of a contact. */
export interface SearchRecord {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly city: string;
  readonly email: string;
  readonly phones: readonly string[];
}

export function recordOf({ id, v }: Envelope): SearchRecord {
  const contact = v as Record<string, string>;
  return {
    id,
    name: contact["name"] ?? "",
    company: contact["companyName"] ?? "",
    city: contact["city"] ?? "",
    email: contact["email"] ?? "",
    phones: [contact["phone"] ?? "", contact["mobile"] ?? ""],
  };
}

/** Sixty: thirty with typos, thirty that a search must get right to the letter. */
export function goldenQueries(
  records: readonly SearchRecord[],
): readonly GoldenQuery[] {
  const texts = records.map((one) =>
    fold([one.name, one.company, one.city, one.email].join(" ")).split(
      /[^\p{L}\p{N}]+/u,
    ),
  );
  /** Those in which every word of the question begins a word. */
  const byPrefix = (text: string) => {
    const asked = fold(text).split(/[^\p{L}\p{N}]+/u);
    return idsWhere(records, (_one, i) =>
      asked.every((word) => texts[i]?.some((own) => own.startsWith(word))),
    );
  };
  const digits = (text: string) => text.replaceAll(/\D/g, "");
  const goldenOf = (k: number) => {
    const record = records[goldenPlace(k)];
    if (!record) throw new Error("A thousand contacts are needed.");
    return record;
  };

  const typos = GOLDEN.map(([, , , text], k) => ({
    ...{ kind: "typo" as const, text, expected: [idOf(goldenPlace(k))] },
  }));
  const prefixes = [0, 2, 8, 11, 14, 22].map((k) => {
    const { name } = goldenOf(k);
    const [first = "", last = ""] = name.split(" ");
    const text = `${last.slice(0, 5)} ${first.slice(0, 3)}`;
    return { kind: "prefix" as const, text, expected: byPrefix(text) };
  });
  const accents = [5, 13, 16, 19, 23, 25].map((k) => {
    const text = fold(goldenOf(k).name);
    return { kind: "accent" as const, text, expected: byPrefix(text) };
  });
  // ue for ü, as on a keyboard without one.
  const umlauts = [1, 4, 10, 15, 27, 29].map((k) => ({
    kind: "umlaut" as const,
    text: spelledOut(goldenOf(k).name),
    expected: [goldenOf(k).id],
  }));
  // One surname, many people: the first name and the place decide.
  const near = [201, 404, 1201].map((i) => {
    const { name, city } = records[i] ?? goldenOf(0);
    const text = `${name} ${city}`;
    return { kind: "near-duplicate" as const, text, expected: byPrefix(text) };
  });
  const phones = [300, 500, 700, 900, 950, 990].map((i, n) => {
    const [phone = "", mobile = ""] = records[i]?.phones ?? [];
    const national = digits(phone).replace(/^41/, "");
    const text = [
      phone,
      digits(phone),
      `0${national}`,
      `00${digits(phone)}`,
      mobile,
      `0${national.slice(0, 2)} ${national.slice(2, 5)} ${national.slice(5)}`,
    ][n] as string;
    const wanted = digits(n === 4 ? mobile : phone);
    const expected = idsWhere(records, (one) =>
      one.phones.some((own) => digits(own) === wanted),
    );
    return { kind: "phone" as const, text, expected };
  });
  const mails = [333, 666, 888].map((i) => {
    const text = records[i]?.email ?? "";
    const expected = idsWhere(records, ({ email }) => email === text);
    return { kind: "e-mail" as const, text, expected };
  });
  return [
    ...[...typos, ...prefixes, ...accents, ...umlauts],
    ...[...near, ...phones, ...mails],
  ];
}

function idsWhere(
  records: readonly SearchRecord[],
  test: (one: SearchRecord, i: number) => boolean,
): readonly string[] {
  return records.filter(test).map(({ id }) => id);
}

function spelledOut(text: string): string {
  return fold(
    text.replaceAll(
      /[äöüÄÖÜ]/g,
      (letter) => `${letter.normalize("NFD").charAt(0)}e`,
    ),
  );
}

/** How much of the best possible first ten was found, from 0 to 1. */
export function recallAt10(
  found: readonly string[],
  { expected }: GoldenQuery,
): number {
  const right = found.slice(0, 10).filter((id) => expected.includes(id));
  return right.length / Math.min(10, expected.length);
}
