import { expect, test } from "vitest";
import { createLock } from "../../../../electron/desk/lock.ts";

type Backups = Parameters<typeof createLock>[0]["backups"];

/** What is done, in its order, when the notebook is locked or erased. */
async function doneBy(how: "lock" | "erase", backups: Partial<Backups> = {}) {
  const done: string[] = [];
  const notes = (what: string) => () => void done.push(what);
  const later = (what: string) => async () => void done.push(what);
  const lock = createLock({
    notebook: { lock: later("sealed"), erase: later("sealed") },
    menu: { forgetNames: notes("menu") },
    reminders: { lock: notes("reminders") },
    drags: { clear: notes("drags") },
    backups: { cancel: later("cancelled"), close: later("closed"), ...backups },
    settings: { write: async () => Promise.reject(new Error("full")) },
    warn: () => undefined,
  });
  await lock[how]();
  return done;
}

const HOWS = ["lock", "erase"] as const;

test("neither a lock nor an erasure leaves a name in the menu, a reminder or an opened backup", async () => {
  for (const how of HOWS) {
    const done = await doneBy(how);
    expect(done.at(-1)).toBe("sealed");
    expect([how, done.toSorted()]).toEqual([
      how,
      ["cancelled", "closed", "drags", "menu", "reminders", "sealed"],
    ]);
  }
});

test("a backup that never closes, or refuses to, keeps nothing from being locked or erased", async () => {
  const never = () => new Promise<void>(() => undefined);
  const refuses = () => Promise.reject(new Error("busy"));
  for (const how of HOWS)
    for (const end of [never, refuses])
      for (const backups of [{ cancel: end }, { close: end }])
        expect(await doneBy(how, backups)).toContain("sealed");
});
