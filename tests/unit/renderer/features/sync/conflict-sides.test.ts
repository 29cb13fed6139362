import { expect, test } from "vitest";
import {
  conflictSides,
  decidedByRule,
} from "../../../../../renderer/features/sync/conflict-sides.ts";
import type { Note } from "../../../../../shared/entities/note.ts";

const ANNA = "0190a0a0-0000-7000-8000-0000000000a1";
const LUC = "0190a0a0-0000-7000-8000-0000000000a2";
const HERE = "0190a0a0-0000-7000-8000-0000000000d1";
const THERE = "0190a0a0-0000-7000-8000-0000000000d2";

function note(winner: Note["winner"], loser: Note["loser"]): Note {
  return {
    id: "0190a0a0-0000-7000-8000-00000000cccc",
    kind: "conflict",
    winner,
    loser,
  };
}
const annas = { value: "a", userId: ANNA, deviceId: HERE };
const lucs = { value: "l", userId: LUC, deviceId: THERE };

test("mine is what this notebook's person wrote, won or lost", () => {
  const owner = { userId: ANNA, deviceId: HERE };
  for (const one of [note(annas, lucs), note(lucs, annas)]) {
    const sides = conflictSides(one, owner);
    expect(sides?.others).toBe(false);
    expect(sides?.mine.side).toBe(annas);
    expect(sides?.theirs.side).toBe(lucs);
  }
});

test("of two devices of one person this one's value is mine", () => {
  const other = { ...annas, value: "b", deviceId: THERE };
  const owner = { userId: ANNA, deviceId: THERE };
  expect(conflictSides(note(annas, other), owner)?.mine.side).toBe(other);
});

test("two other people keep their names", () => {
  const owner = { userId: "0190a0a0-0000-7000-8000-0000000000a3" };
  expect(conflictSides(note(annas, lucs), owner)?.others).toBe(true);
});

test("an older value that stands was put there by a rule", () => {
  const at = (hour: number) => `2026-03-13T${hour}:00:00.000Z`;
  expect(
    decidedByRule(note({ value: 1, at: at(10) }, { value: 2, at: at(11) })),
  ).toBe(true);
  expect(
    decidedByRule(note({ value: 1, at: at(11) }, { value: 2, at: at(10) })),
  ).toBe(false);
});
