import { expect, test } from "vitest";
import {
  emptyVisit,
  isWorthKeeping,
  nextVisit,
  problemsOf,
  readDraft,
  settled,
  shownDuration,
  shownTime,
  toDraft,
  withWaiting,
} from "../../../../shared/domain/typed-visit.ts";
import { findCode } from "../../../../shared/domain/starter-codes.ts";

const TODAY = "2026-03-13";
const WHO = "0190a000-0000-7000-8000-000000000001";
const READING = { today: TODAY, language: "fr-CH" };
const OPENED = "17:05";
const PRESETS = { opened: OPENED, usualMinutes: null, opportunityId: "" };
const blank = emptyVisit(WHO, TODAY);

test("nothing but who is required", () => {
  expect(problemsOf(blank, READING)).toEqual({});
  expect(problemsOf({ ...blank, date: "", time: "" }, READING)).toEqual({});
  expect(problemsOf({ ...blank, contactId: "" }, READING)).toEqual({
    contactId: "needWho",
  });
});

test("INT-17: a day after the work date is told while one types", () => {
  expect(problemsOf({ ...blank, date: "16.03.2026" }, READING)).toEqual({
    date: "future",
  });
});

test("what cannot be read is told at its own field", () => {
  const values = { ...blank, date: "offre", time: "25:00", duration: "lang" };
  expect(problemsOf(values, READING)).toEqual({
    date: "badDate",
    time: "badTime",
    duration: "badDuration",
  });
});

test("story A8: the typed sheet becomes what the rule takes", () => {
  const values = {
    ...blank,
    date: "lundi",
    time: "10h00",
    duration: "90",
    outcome: "positive" as const,
    result: "Intéressé par l'affineur AF-200",
    nextStep: "20.03. appeler",
  };
  expect(toDraft(values, READING, PRESETS)).toEqual({
    date: "2026-03-09",
    time: "10:00",
    durationMin: 90,
    evaluation: "positive",
    result: "Intéressé par l'affineur AF-200",
    nextStep: {
      date: "2026-03-20",
      description: "appeler",
      type: "phoneCall",
    },
  });
});

test("INT-3: a visit of the work date has the time of opening, one of another day none until it is typed", () => {
  expect(shownTime(blank, READING, OPENED)).toBe("17:05");
  expect(toDraft(blank, READING, PRESETS).time).toBe("17:05");
  const yesterday = { ...blank, date: "hier" };
  expect(shownTime(yesterday, READING, OPENED)).toBe("");
  expect(toDraft(yesterday, READING, PRESETS)).not.toHaveProperty("time");
});

test("a day and its time typed in one field, and a duration in words", () => {
  const typed = { ...blank, date: "hier 14h", time: "09:00", duration: "1h30" };
  expect(problemsOf(typed, READING)).toEqual({});
  expect(toDraft(typed, READING, PRESETS)).toMatchObject({
    date: "2026-03-12",
    time: "14:00",
    durationMin: 90,
  });
});

test("a visit is as long as the last one of its kind, unless nobody was reached or the person says otherwise", () => {
  const onSite = findCode("interactionTemplate", "ONSITE", []);
  const presets = { ...PRESETS, usualMinutes: 90 };
  const nobody = { ...blank, outcome: "notReached" as const };
  expect(shownDuration(blank, onSite, 90)).toBe("90");
  expect(toDraft(blank, READING, presets).durationMin).toBe(90);
  expect(shownDuration(nobody, onSite, 90)).toBe("");
  expect(toDraft(nobody, READING, presets)).not.toHaveProperty("durationMin");
  const typed = { ...blank, duration: "1h" };
  expect(toDraft(typed, READING, presets).durationMin).toBe(60);
});

test("the only open opportunity is meant until the person chooses another or none", () => {
  const presets = { ...PRESETS, opportunityId: "only" };
  expect(toDraft(blank, READING, presets).opportunityId).toBe("only");
  const none = { ...blank, opportunityId: "" };
  expect(toDraft(none, READING, presets)).not.toHaveProperty("opportunityId");
});

test("the next one of a series is on the same day and of the same kind, with nobody yet", () => {
  const done = {
    ...blank,
    date: "hier",
    template: "OUTGOING",
    time: "09:00",
    duration: "5",
    result: "Rien",
    attendees: [WHO],
  };
  expect(nextVisit(done, READING)).toEqual({
    ...emptyVisit("", "2026-03-12"),
    template: "OUTGOING",
  });
});

test("a draft says which day it means, for it is read again on another day", () => {
  const kept = (typed: Partial<typeof blank>) =>
    settled({ ...blank, ...typed }, READING, OPENED);
  expect(kept({ date: "hier 14h" })).toMatchObject({
    date: "12.03.2026",
    time: "14:00",
  });
  expect(kept({ date: "mard" }).date).toBe("10.03.2026");
  expect(kept({ date: "offre" }).date).toBe("offre");
});

test("a draft of today keeps when it was begun, not when it is opened again", () => {
  const kept = settled(blank, READING, OPENED);
  expect(shownTime(kept, READING, "18:40")).toBe(OPENED);
  const empty = settled({ ...blank, date: "" }, READING, OPENED);
  expect(empty).toMatchObject({ date: "13.03.2026", time: OPENED });
  // What the person has emptied stays empty.
  expect(settled({ ...blank, time: "" }, READING, OPENED).time).toBe("");
  const other = settled({ ...blank, date: "12.03." }, READING, OPENED);
  expect(other.time).toBeNull();
});

test("a form that turns to a contact with a half-typed visit loses neither of the two", () => {
  const waiting = {
    ...blank,
    date: "12.03.2026",
    outcome: "positive" as const,
    result: "Intéressé",
    nextStep: "offre",
  };
  expect(withWaiting(blank, waiting)).toBe(waiting);
  expect(
    withWaiting({ ...blank, result: "Absent", nextStep: "+2w" }, waiting),
  ).toMatchObject({
    date: blank.date,
    outcome: "positive",
    result: "Intéressé\nAbsent",
    nextStep: "offre · +2w",
  });
});

test("the minutes of the kind stand in the field until the person types their own", () => {
  const onSite = findCode("interactionTemplate", "ONSITE", []);
  expect(shownDuration(blank, onSite, null)).toBe("180");
  expect(shownDuration({ ...blank, duration: "45" }, onSite, null)).toBe("45");
  expect(shownDuration(blank, null, null)).toBe("");
  expect(toDraft(blank, READING, PRESETS)).not.toHaveProperty("durationMin");
});

test("INT-7: not reached has no minutes until some are typed", () => {
  const onSite = findCode("interactionTemplate", "ONSITE", []);
  const nobody = { ...blank, outcome: "notReached" as const };
  expect(shownDuration(nobody, onSite, null)).toBe("");
  expect(shownDuration({ ...nobody, duration: "5" }, onSite, null)).toBe("5");
});

test("a duration field that the person has emptied stays without minutes", () => {
  expect(
    toDraft({ ...blank, duration: " " }, READING, PRESETS).durationMin,
  ).toBeNull();
});

test("INT-7: not reached is a failed attempt, not an evaluation", () => {
  const draft = toDraft({ ...blank, outcome: "notReached" }, READING, PRESETS);
  expect(draft.successful).toBe(false);
  expect(draft.evaluation).toBeUndefined();
});

test("a sheet that was only opened leaves no draft behind", () => {
  expect(isWorthKeeping(blank)).toBe(false);
  expect(isWorthKeeping({ ...blank, result: "a" })).toBe(true);
  expect(isWorthKeeping({ ...blank, outcome: "neutral" })).toBe(true);
});

test("a stored draft comes back as it was typed, anything else does not", () => {
  const typed = {
    ...blank,
    result: "half a sen",
    outcome: "negative" as const,
  };
  expect(readDraft(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  expect(readDraft(null)).toBeNull();
  expect(readDraft({ outcome: "splendid", result: 5 })).toMatchObject({
    outcome: "",
    result: "",
  });
});
