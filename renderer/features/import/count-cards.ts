import type { Change } from "../../../shared/domain/change.ts";
import {
  hasProblem,
  isConcern,
  KEPT_ROWS,
  type Preview,
  type Written,
} from "./import-state.ts";
import type { FromImport } from "./messages.ts";

const FIRST_MADE = 50;

/** The preview with some more cards in it. */
export function withRows(
  preview: Preview,
  { rows, makes, read }: Extract<FromImport, { kind: "rows" }>,
): Preview {
  const verdicts = { ...preview.verdicts };
  for (const { verdict } of rows) verdicts[verdict]++;
  const room = KEPT_ROWS - preview.rows.length;
  const concerns = rows.filter(isConcern);
  const roomBelow = KEPT_ROWS - preview.concerns.length;
  return {
    ...preview,
    read,
    cards: preview.cards + rows.length,
    verdicts,
    companies: preview.companies + makes.companies,
    persons: preview.persons + makes.persons,
    photos: preview.photos + makes.photos,
    updates: preview.updates + makes.updates,
    visits: preview.visits + makes.visits,
    withProblems: preview.withProblems + rows.filter(hasProblem).length,
    rows: room > 0 ? [...preview.rows, ...rows.slice(0, room)] : preview.rows,
    concerns:
      roomBelow > 0
        ? [...preview.concerns, ...concerns.slice(0, roomBelow)]
        : preview.concerns,
  };
}

/** What is written, with another group. */
export function withChanges(
  written: Written,
  changes: readonly Change[],
): Written {
  const contacts = changes.flatMap((change) =>
    change.c === "contacts" && change.after && change.before === null
      ? [change.after]
      : [],
  );
  const updates = changes.filter(
    ({ c, before, origin }) =>
      c === "contacts" && before !== null && origin === "imported",
  ).length;
  const companies = contacts.filter(({ type }) => type === "company").length;
  const room = Math.max(0, FIRST_MADE - written.first.length);
  return {
    ...written,
    companies: written.companies + companies,
    persons: written.persons + contacts.length - companies,
    updates: written.updates + updates,
    visits:
      written.visits + changes.filter(({ c }) => c === "interactions").length,
    pictures:
      written.pictures + changes.filter(({ c }) => c === "files").length,
    first: [
      ...written.first,
      ...contacts.slice(0, room).map(({ id, name }) => ({ id, name })),
    ],
  };
}

/** The same with more names on cards whose picture could not be decoded. */
export function withBad(written: Written, names: readonly string[]): Written {
  const { count, first } = written.badPhotos;
  return {
    ...written,
    badPhotos: {
      count: count + names.length,
      first: [...first, ...names].slice(0, FIRST_MADE),
    },
  };
}
