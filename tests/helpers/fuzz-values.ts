import { z } from "zod";
import {
  collectionNames,
  entityOf,
  type CollectionName,
} from "../../shared/entities/registry.ts";

/** Chance that a seed repeats: mulberry32. */
export interface Dice {
  /** In [0, 1). */
  next(): number;
  below(n: number): number;
  pick<T>(list: readonly T[]): T;
}

export function seededDice(seed: number): Dice {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}

/** What should never have been sent. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  "",
  " ",
  "\u0000",
  "\ud800",
  "a\u0000b",
  "\u202e\u0301\u{1f468}\u200d\u{1f469}",
  "9".repeat(400),
  "x".repeat(20_000),
  "2026-02-30",
  "0000-00-00",
  "99999-01-01T00:00:00Z",
  "'; DROP TABLE doc; --",
  "%00",
  "../../etc/passwd",
  "${7*7}",
  "__proto__",
  "NaN",
  "1e999",
  [],
  [null],
  [[[[[[[[[[1]]]]]]]]]],
  {},
  { a: { b: { c: { d: { e: { f: { g: { h: { i: 1 } } } } } } } } },
  JSON.parse(`{"__proto__": {"x": 1}, "constructor": {"prototype": {}}}`),
  Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`k${n}`, n])),
];

const LETTERS =
  "abcdefghijklmnopqrstuvwxyzàéöüßÀÉ0123456789 -'/.\"\\{}[]:,\n\t";

export function oddValue(dice: Dice): unknown {
  if (dice.next() < 0.6) return dice.pick(ODD);
  return anyText(dice, 40);
}

export function anyText(dice: Dice, longest: number): string {
  let text = "";
  for (let n = dice.below(longest); n >= 0; n--) {
    text +=
      dice.next() < 0.97
        ? LETTERS.charAt(dice.below(LETTERS.length))
        : String.fromCharCode(dice.below(0x10000));
  }
  return text;
}

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly additionalProperties?: Shape | boolean;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

const shapes = new Map<CollectionName, Shape>(
  collectionNames.map((name) => [
    name,
    z.toJSONSchema(entityOf(name).fields, {
      unrepresentable: "any",
    }) as Shape,
  ]),
);

/** Members of a collection's documents, and what belongs into each. */
export function membersOf(c: CollectionName): Readonly<Record<string, Shape>> {
  return shapes.get(c)?.properties ?? {};
}

/** A document as its entity file wants it, mostly; ids come from `ids`. */
export function documentOf(
  dice: Dice,
  c: CollectionName,
  id: string,
  ids: readonly string[],
): Record<string, unknown> {
  const required = new Set(shapes.get(c)?.required);
  const v: Record<string, unknown> = {};
  for (const [name, shape] of Object.entries(membersOf(c)))
    if (required.has(name) || dice.next() < 0.2)
      v[name] = valueOf(dice, shape, name, ids);
  return { ...v, id };
}

export function valueOf(
  dice: Dice,
  shape: Shape,
  name: string,
  ids: readonly string[],
  depth = 0,
): unknown {
  if (shape.enum) return dice.pick(shape.enum);
  if (shape.const !== undefined) return shape.const;
  if (shape.anyOf)
    return valueOf(dice, dice.pick(shape.anyOf), name, ids, depth + 1);
  switch (shape.type) {
    case "string":
      return textOf(dice, shape, name, ids);
    case "boolean":
      return dice.next() < 0.5;
    case "integer":
    case "number":
      return Math.min(shape.maximum ?? 100, dice.below(100));
    case "array":
      return Array.from({ length: dice.below(4) }, () =>
        valueOf(dice, shape.items ?? {}, name, ids, depth + 1),
      );
    case "object":
      return depth > 4 ? {} : objectOf(dice, shape, ids, depth);
    default:
      return dice.below(3);
  }
}

function objectOf(
  dice: Dice,
  shape: Shape,
  ids: readonly string[],
  depth: number,
): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(shape.properties ?? {}))
    if (shape.required?.includes(name) || dice.next() < 0.3)
      made[name] = valueOf(dice, inner, name, ids, depth + 1);
  const further = shape.additionalProperties;
  if (typeof further === "object" && dice.next() < 0.6)
    made[dice.pick(ids)] = valueOf(dice, further, "", ids, depth + 1);
  return made;
}

function textOf(
  dice: Dice,
  shape: Shape,
  name: string,
  ids: readonly string[],
): string {
  const { pattern = "", maxLength = 20 } = shape;
  if (pattern.includes("0-9a-f")) return dice.pick(ids);
  if (pattern.includes("p{L}")) return `+41 26 ${100 + dice.below(900)}`;
  if (pattern.includes("@")) return `a${dice.below(9)}@b.example`;
  if (pattern.includes("[01]")) return `1${dice.below(10)}:30`;
  if (/^(date|from|to)$|On$|Date$/.test(name))
    return `2026-0${1 + dice.below(9)}-15`;
  const words = dice.pick(["Favre SA", "CT000001", "FRS", "Müller", "Bulle"]);
  return `${words}${dice.below(50)}`.slice(0, maxLength);
}
