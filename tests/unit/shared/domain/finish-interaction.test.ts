import { describe, expect, test } from "vitest";
import { amendedBy } from "../../../../shared/domain/amendments.ts";
import {
  againOf,
  typedAgain,
  writtenAgain,
} from "../../../../shared/domain/finish-interaction.ts";
import { logVisit } from "../../../../shared/domain/log-visit.ts";
import { totalsOf } from "../../../../shared/domain/statistics.ts";
import { toDraft } from "../../../../shared/domain/typed-visit.ts";
import type { Interaction } from "../../../../shared/entities/interaction.ts";
import { person } from "./contact-builder.ts";
import { visit } from "./visit-builder.ts";

const READING = { today: "2026-03-13", language: "fr-CH" };
const PRESETS = { opened: "17:05", usualMinutes: 60, opportunityId: "" };
const before = visit({
  ...{ time: "10:00", durationMin: 90, costMinor: 4500, taskId: "t" },
  ...{ evaluation: "positive", result: "Intéressé", postponed: true },
});

/** Written again with another result, as the sheet does it. */
function again(one: Interaction, how: "finish" | "amend", result: string) {
  const ids = how === "finish" ? [one.id] : [];
  let n = 0;
  const logged = logVisit(
    {
      ...{ contact: person(), template: null, userSalesperson: "CRO" },
      ...{ today: READING.today, time: "17:05" },
      newId: () => ids.shift() ?? `new-${++n}`,
    },
    toDraft({ ...typedAgain(one), result }, READING, PRESETS),
  );
  if (!logged.ok) throw new Error(logged.error.kind);
  const [change] = writtenAgain(one, how, logged.value);
  if (change?.c !== "interactions" || !change.after) throw new Error("none");
  return { ...change, after: change.after };
}

describe("an interaction that is written again", () => {
  test("INT-8: a postponed one is resumed as it was typed, finished under its id, and counts from then on", () => {
    expect(againOf(before)).toBe("finish");
    expect(totalsOf([before]).interactions).toBe(0);
    const change = again(before, "finish", "Commande promise");
    expect(change).toMatchObject({ id: before.id, before });
    expect(change.after).toMatchObject({
      ...{ id: before.id, date: before.date, time: "10:00", durationMin: 90 },
      ...{ evaluation: "positive", result: "Commande promise", taskId: "t" },
      postponed: false,
    });
    expect(totalsOf([change.after])).toMatchObject({
      ...{ interactions: 1, minutes: 90 },
    });
  });

  test("INT-9: another is corrected by a new one that names it; only the newest counts", () => {
    const sent: Interaction = { ...before, postponed: false };
    expect(againOf(sent)).toBe("amend");
    const { after, ...change } = again(sent, "amend", "Commande promise");
    expect(change).toMatchObject({ id: "new-1", before: null });
    expect(after).toMatchObject({ amends: sent.id, taskId: "t" });
    expect(amendedBy([sent, after]).get(sent.id)).toBe("new-1");
    expect(totalsOf([sent, after]).interactions).toBe(1);
  });

  test("INT-9: what is cancelled is not written again", () => {
    expect(againOf({ ...before, canceled: true })).toBeNull();
  });
});
