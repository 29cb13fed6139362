import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  createReminders,
  type Notice,
} from "../../../../electron/os/reminders.ts";

const A = "0190a0a0-0000-7000-8000-00000000000a";
const B = "0190a0a0-0000-7000-8000-00000000000b";

let folder: string;
let now: number;
let shown: Notice[];
let opened: (string | null)[];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "carnet-reminders-"));
  now = 1_000;
  shown = [];
  opened = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => path.join(folder, "reminders.json");
/** As after a start of the app. */
const start = () =>
  createReminders({
    file: file(),
    now: () => now,
    words: () => ({
      ...{ lockedTitle: "A task is due", lockedBody: "Carnet is locked" },
      several: "{{n}} tasks are due",
    }),
    show: (notice) => shown.push(notice),
    open: (id) => opened.push(id),
  });
const reminder = (id: string, at: number) => ({
  ...{ id, at, title: `Rappeler ${id.at(-1)}`, body: "Luc Pasquier" },
});
const titles = () => shown.map(({ title }) => title);

test("a task is told of when its time has come, once, and a click opens it", async () => {
  const reminders = start();
  await reminders.plan([reminder(A, 2_000)]);
  expect(shown).toEqual([]);
  now = 2_000;
  await Promise.all([reminders.look(), reminders.look()]);
  await reminders.plan([reminder(A, 2_000)]);
  expect(shown).toMatchObject([{ title: "Rappeler a", body: "Luc Pasquier" }]);
  shown[0]?.open();
  expect(opened).toEqual([A]);
});

test("after a sleep or a restart it is told late, and not again; put off it is told again", async () => {
  await start().plan([reminder(A, 2_000)]);
  now = 9_000;
  await start().plan([reminder(A, 2_000)]);
  await start().plan([reminder(A, 2_000)]);
  expect(titles()).toEqual(["Rappeler a"]);
  const later = start();
  await later.plan([reminder(A, 10_000)]);
  now = 10_000;
  await later.look();
  expect(titles()).toEqual(["Rappeler a", "Rappeler a"]);
});

test("a plan takes the place of the one before it", async () => {
  const reminders = start();
  await reminders.plan([reminder(A, 2_000), reminder(B, 2_000)]);
  await reminders.plan([reminder(B, 2_000)]);
  now = 3_000;
  await reminders.look();
  expect(titles()).toEqual(["Rappeler b"]);
});

test("while the notebook is locked nobody is named, and nothing but ids and times is ever on the disk", async () => {
  const reminders = start();
  await reminders.plan([reminder(A, 2_000)]);
  reminders.lock();
  now = 3_000;
  await reminders.look();
  expect(shown).toMatchObject([
    { title: "A task is due", body: "Carnet is locked" },
  ]);
  shown[0]?.open();
  expect(opened).toEqual([A]);
  expect(JSON.parse(await readFile(file(), "utf8"))).toEqual([`${A}@2000`]);
});

test("many at once are one notification that leads to the list", async () => {
  const many = [1, 2, 3, 4].map((n) =>
    reminder(A.slice(0, -1) + String(n), 500),
  );
  await start().plan(many);
  expect(titles()).toEqual(["4 tasks are due"]);
  expect(shown[0]?.body).toBe("Rappeler 1\nRappeler 2\nRappeler 3");
  shown[0]?.open();
  expect(opened).toEqual([null]);
});
