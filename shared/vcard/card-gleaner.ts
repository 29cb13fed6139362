import {
  checkField,
  type ContactPatch,
  type TextField,
} from "../domain/field-check.ts";
import type { Contact } from "../entities/contact.ts";
import { textOf, typesOf, type Card, type Property } from "./card.ts";
import { clip, oneLine } from "./one-line.ts";
import type {
  ChannelUse,
  FurtherChannel,
  ValueProblem,
} from "./read-contact.ts";

/** A property that may be there several times, with what is said about it. */
export interface Channel {
  readonly property: Property;
  readonly types: ReadonlySet<string>;
  readonly label: string | undefined;
}

/**
 * Collects a contact out of a card: fields that take their values, the others, and which properties are done with.
 * Everything that nobody has taken is kept for the way back out.
 */
export interface CardGleaner {
  readonly card: Card;
  readonly fields: ContactPatch;
  readonly further: readonly FurtherChannel[];
  readonly problems: readonly ValueProblem[];
  /** Properties of a name, in the order of the card. */
  all(name: string): readonly Property[];
  /** The first property of a name that says anything. */
  first(name: string): Property | undefined;
  /** Properties of a name with their labels: preferred, business, unnamed, private; else in the card's order. */
  channels(name: string): readonly Channel[];
  /** True when the field has taken the value; else the problem is noted. */
  put(field: TextField, value: string): boolean;
  /** What is too long to be one is kept with the rest, never cut. */
  addFurther(
    channel: Channel,
    kind: FurtherChannel["kind"],
    value: string,
  ): void;
  note(problem: ValueProblem): void;
  /** The property's value is in the contact now. A label of the person's own, which fields have none of, is not. */
  taken(property: Property): void;
  untaken(): readonly Property[];
}

export function createGleaner(card: Card): CardGleaner {
  const fields: Partial<Record<TextField, string>> = {};
  const further: FurtherChannel[] = [];
  const problems: ValueProblem[] = [];
  const done = new Set<Property>();
  /** Groups whose label has to be kept, with the property that it is about. */
  const labelKept = new Set<string>();
  const labels = new Map(
    card.properties
      .filter(({ name, group }) => name === "X-ABLABEL" && group !== "")
      .map((property) => [property.group, property] as const),
  );
  function finish(property: Property, labelStored: boolean): void {
    const label = labels.get(property.group);
    if (label && !labelStored) labelKept.add(property.group);
    else done.add(property);
    if (label) done.add(label);
  }
  const all = (name: string) =>
    card.properties.filter((property) => property.name === name);

  return {
    card,
    fields: fields as ContactPatch,
    further,
    problems,
    all,
    first: (name) => all(name).find((property) => textOf(property).trim()),
    channels: (name) =>
      all(name)
        .filter((property) => textOf(property).trim() !== "")
        .map((property) => toChannel(property, labels.get(property.group)))
        .toSorted((a, b) => rank(a) - rank(b)),
    put(field, value) {
      const { value: stored, problem } = checkField(
        field,
        value,
        fields as Partial<Contact>,
      );
      if (problem?.kind === "error") {
        problems.push({ field, code: problem.code, value });
        return false;
      }
      if (stored !== undefined) fields[field] = stored;
      return true;
    },
    addFurther({ property, types, label }, kind, value) {
      const stored = oneLine(value);
      if (stored === "" || further.length === FURTHER_MAX) return;
      if (stored.length > VALUE_MAX) {
        problems.push({ field: kind, code: "too-long", value: stored });
        return;
      }
      const longLabel = label !== undefined && label.length > LABEL_MAX;
      if (longLabel)
        problems.push({ field: "X-ABLABEL", code: "too-long", value: label });
      further.push({
        kind,
        ...(label && { label: clip(label, LABEL_MAX) }),
        uses: usesOf(types),
        value: stored,
      });
      finish(property, !longLabel);
    },
    note: (problem) => problems.push(problem),
    taken(property) {
      const label = labels.get(property.group);
      finish(property, !label || isBuiltIn(textOf(label).trim()));
    },
    untaken: () =>
      card.properties.filter(
        (property) =>
          !done.has(property) ||
          (property.name === "X-ABLABEL" && labelKept.has(property.group)),
      ),
  };
}

/** What one further channel holds. */
export const VALUE_MAX = 500;
const LABEL_MAX = 40;

/** A contact has to stay below what the server takes as one document; what is beyond is kept with the rest. */
const FURTHER_MAX = 40;

/** Labels that Apple's address book brings are types in another dress. */
function toChannel(property: Property, labelled?: Property): Channel {
  const types = new Set(typesOf(property));
  const text = labelled && oneLine(textOf(labelled));
  if (!text) return { property, types, label: undefined };
  const builtIn = BUILT_IN.exec(text)?.[1] ?? text;
  for (const [word, type] of APPLE_TYPES) {
    if (builtIn.toLowerCase().includes(word)) types.add(type);
  }
  return { property, types, label: builtIn.trim() || undefined };
}

const BUILT_IN = /^_\$!<(.*)>!\$_$/;

/** A label that says what the field says as well. */
function isBuiltIn(label: string): boolean {
  return label === "" || BUILT_IN.test(label);
}

const APPLE_TYPES = [
  ["homefax", "fax"],
  ["workfax", "fax"],
  ["mobile", "cell"],
  ["iphone", "cell"],
  ["pager", "pager"],
] as const;

/** A salesperson rings the office first, unless the card says otherwise. */
function rank({ property, types }: Channel): number {
  // 4.0 numbers its preferences, from 1 to 100.
  if (types.has("pref")) return Number(property.params.get("PREF")?.[0] ?? 1);
  if (types.has("work")) return 1_000;
  return types.has("home") ? 3_000 : 2_000;
}

const USES: readonly (readonly [string, ChannelUse])[] = [
  ["fax", "fax"],
  ["cell", "mobile"],
  ["pager", "pager"],
  ["main", "main"],
  ["work", "work"],
  ["home", "home"],
];

function usesOf(types: ReadonlySet<string>): readonly ChannelUse[] {
  return USES.filter(([type]) => types.has(type)).map(([, use]) => use);
}
