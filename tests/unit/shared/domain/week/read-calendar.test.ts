import { expect, test } from "vitest";
import { readCalendarFile } from "../../../../../shared/domain/week/read-calendar.ts";
import {
  instantOf,
  wallTime,
} from "../../../../../shared/domain/week/zoned-time.ts";

const ZURICH = "Europe/Zurich";

function file(...events: readonly string[]): string {
  const body = events.map(
    (one) =>
      `BEGIN:VEVENT\r\n${one.trim().replace(/\n/g, "\r\n")}\r\nEND:VEVENT`,
  );
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...body, "END:VCALENDAR"].join(
    "\r\n",
  );
}
function read(text: string, monday = "2026-03-09") {
  return readCalendarFile(text, monday, ZURICH).map(
    ({ day, time, minutes, title }) => `${day} ${time} ${minutes} ${title}`,
  );
}

test("INT-17: appointments of the week come in local time, whichever zone they were written in", () => {
  const text = file(
    "UID:1\nDTSTART:20260309T090000Z\nDTEND:20260309T103000Z\nSUMMARY:Pasquier",
    "UID:2\nDTSTART;TZID=Europe/Zurich:20260310T143000\nDURATION:PT1H30M\nSUMMARY:Helvetia\\, offre",
    "UID:3\nDTSTART;TZID=America/New_York:20260311T080000\nDTEND;TZID=America/New_York:20260311T083000\nSUMMARY:Call",
    'UID:4\nDTSTART;TZID="W. Europe Standard Time":20260312T160000\nDTEND;TZID="W. Europe Standard Time":20260312T170000\nSUMMARY:Outlook',
    "UID:5\nDTSTART;VALUE=DATE:20260312\nSUMMARY:Congé",
    "UID:6\nDTSTART:20260312T090000Z\nSTATUS:CANCELLED\nSUMMARY:Annulé",
    "UID:7\nDTSTART:20260316T090000Z\nSUMMARY:Semaine d'après",
  );
  // New York is in summer time already.
  expect(read(text)).toEqual([
    "2026-03-09 10:00 90 Pasquier",
    "2026-03-10 14:30 90 Helvetia, offre",
    "2026-03-11 13:00 30 Call",
    "2026-03-12 16:00 60 Outlook",
  ]);
});

test("INT-17: a repeated appointment comes on its days, without those taken out, and moved ones where they are", () => {
  const text = file(
    "UID:r\nDTSTART;TZID=Europe/Zurich:20260105T080000\nDTEND;TZID=Europe/Zurich:20260105T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR\nEXDATE;TZID=Europe/Zurich:20260311T080000\nSUMMARY:Tour",
    "UID:r\nRECURRENCE-ID;TZID=Europe/Zurich:20260313T080000\nDTSTART;TZID=Europe/Zurich:20260312T110000\nDTEND;TZID=Europe/Zurich:20260312T120000\nSUMMARY:Tour",
    "UID:m\nDTSTART;TZID=Europe/Zurich:20250110T090000\nRRULE:FREQ=MONTHLY\nSUMMARY:Mensuel",
    "UID:w\nDTSTART;TZID=Europe/Zurich:20260303T090000\nRRULE:FREQ=WEEKLY;INTERVAL=2\nSUMMARY:Paire",
    "UID:u\nDTSTART:20260302T090000Z\nRRULE:FREQ=DAILY;UNTIL=20260309T235959Z\nSUMMARY:Fini",
    "UID:c\nDTSTART:20260306T090000Z\nRRULE:FREQ=DAILY;COUNT=4\nSUMMARY:Quatre",
  );
  expect(read(text)).toEqual([
    "2026-03-09 08:00 60 Tour",
    "2026-03-09 10:00 null Fini",
    "2026-03-09 10:00 null Quatre",
    "2026-03-10 09:00 null Mensuel",
    "2026-03-12 11:00 60 Tour",
  ]);
  expect(read(text, "2026-03-16")).toContain("2026-03-17 09:00 null Paire");
});

test("INT-17: on the days on which the clock changes an appointment keeps its time, and its length is what it lasts", () => {
  const text = file(
    "UID:1\nDTSTART;TZID=Europe/Zurich:20260329T013000\nDTEND;TZID=Europe/Zurich:20260329T033000\nSUMMARY:Printemps",
    "UID:2\nDTSTART;TZID=Europe/Zurich:20260327T080000\nDTEND;TZID=Europe/Zurich:20260327T090000\nRRULE:FREQ=DAILY\nSUMMARY:Matin",
  );
  expect(read(text, "2026-03-23")).toEqual([
    "2026-03-27 08:00 60 Matin",
    "2026-03-28 08:00 60 Matin",
    "2026-03-29 01:30 60 Printemps",
    "2026-03-29 08:00 60 Matin",
  ]);
  const autumn = file(
    "UID:1\nDTSTART:20261025T003000Z\nDTEND:20261025T023000Z\nSUMMARY:Automne",
  );
  expect(read(autumn, "2026-10-19")).toEqual(["2026-10-25 02:30 120 Automne"]);
});

test("a wall time and its instant belong together all through the year; in the gap of spring it is an hour later", () => {
  for (let hours = 0; hours < 24 * 366; hours += 5) {
    const instant = Date.UTC(2026, 0, 1) + hours * 3_600_000;
    const wall = wallTime(instant, ZURICH);
    const back = instantOf(wall, ZURICH);
    const isSecond = wall.day === "2026-10-25" && back === instant - 3_600_000;
    expect(back === instant || isSecond).toBe(true);
  }
  const gap = instantOf({ day: "2026-03-29", time: "02:30" }, ZURICH);
  expect(wallTime(gap, ZURICH)).toEqual({ day: "2026-03-29", time: "03:30" });
});

test("who an appointment was with is the first invited, else the place", () => {
  const [one, two] = readCalendarFile(
    file(
      'UID:1\nDTSTART:20260309T090000Z\nATTENDEE;CN="Pasquier, Luc";ROLE=REQ-PARTICIPANT:mailto:luc@x.example\nLOCATION:Bulle\nSUMMARY:Vis\n ite longue',
      "UID:2\nDTSTART:20260310T090000Z\nLOCATION:Helvetia AG\nBEGIN:VALARM\nSUMMARY:Rappel\nEND:VALARM\nSUMMARY:Offre",
    ),
    "2026-03-09",
    ZURICH,
  );
  expect(one).toMatchObject({ who: "Pasquier, Luc", title: "Visite longue" });
  expect(two).toMatchObject({ who: "Helvetia AG", title: "Offre" });
});
