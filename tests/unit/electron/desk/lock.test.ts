import { expect, test } from "vitest";
import { createLock } from "../../../../electron/desk/lock.ts";

test("neither a lock nor an erasure leaves a name in the menu, a reminder or an opened backup", async () => {
  for (const how of ["lock", "erase"] as const) {
    const done: string[] = [];
    const notes = (what: string) => () => void done.push(what);
    const later = (what: string) => async () => void done.push(what);
    const lock = createLock({
      notebook: { lock: later("sealed"), erase: later("sealed") },
      menu: { forgetNames: notes("menu") },
      reminders: { lock: notes("reminders") },
      drags: { clear: notes("drags") },
      backups: { cancel: later("cancelled"), close: later("closed") },
      settings: { write: async () => Promise.reject(new Error("full")) },
      warn: () => undefined,
    });
    await lock[how]();
    expect(done.at(-1)).toBe("sealed");
    expect([how, done.toSorted()]).toEqual([
      how,
      ["cancelled", "closed", "drags", "menu", "reminders", "sealed"],
    ]);
  }
});
