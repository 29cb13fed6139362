import { isCalendarDay } from "../../../shared/core/calendar.ts";
import type { Op } from "../../../shared/sync/protocol.ts";
import { isFreeText, isSpoken } from "./field-words.ts";

/** A value of a refused intention that a person can type anew. */
export interface EditableValue {
  /** Which operation it is in. */
  readonly at: number;
  readonly c: string;
  readonly path: string;
  readonly value: string;
  readonly kind: "text" | "long" | "day";
}

const LONG = new Set(["comment", "result", "text"]);

/** Texts and days; what is chosen from a list is corrected on the card. */
export function editableValues(ops: readonly Op[]): readonly EditableValue[] {
  return ops.flatMap((op, at) =>
    valuesOf(op).flatMap(([path, value]): EditableValue[] => {
      if (typeof value !== "string" || !isSpoken(path)) return [];
      const { c } = op;
      if (isCalendarDay(value)) return [{ at, c, path, value, kind: "day" }];
      if (!isFreeText(c, path, value)) return [];
      const long = LONG.has(path) || value.includes("\n");
      return [{ at, c, path, value, kind: long ? "long" : "text" }];
    }),
  );
}

/** The operations with these values, by `at/path`; an emptied one is absent. */
export function withValues(
  ops: readonly Op[],
  values: ReadonlyMap<string, string>,
): Op[] {
  return ops.map((op, at) => {
    const typed = (path: string, value: unknown) => {
      const text = values.get(`${at}/${path}`);
      return text === undefined
        ? value
        : text.trim() === ""
          ? null
          : text.trim();
    };
    if (op.k === "ins") {
      const members = Object.entries(op.v)
        .map(([path, value]) => [path, typed(path, value)] as const)
        .filter(([, value]) => value !== null);
      return { ...op, v: Object.fromEntries(members) as typeof op.v };
    }
    if (op.k !== "set") return op;
    const f = Object.fromEntries(
      Object.entries(op.f).map(([path, [base, now]]) => [
        path,
        [base, typed(path, now)],
      ]),
    );
    return { ...op, f: f as typeof op.f };
  });
}

function valuesOf(op: Op): readonly (readonly [string, unknown])[] {
  if (op.k === "ins") return Object.entries(op.v);
  return op.k === "set"
    ? Object.entries(op.f).map(([path, [, now]]) => [path, now])
    : [];
}
