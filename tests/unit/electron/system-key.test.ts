import { expect, test } from "vitest";
import { createSystemKey } from "../../../electron/os/system-key.ts";
import { LocalSettings, SYSTEM_KEYS } from "../../../shared/ipc/settings.ts";

function desk(taken: readonly string[] = []) {
  const keys = new Map<string, () => void>();
  const pressed: string[] = [];
  const key = createSystemKey({
    register(name, run) {
      if (taken.includes(name)) return false;
      keys.set(name, run);
      return true;
    },
    unregister: (name) => void keys.delete(name),
    onPress: () => pressed.push("visit"),
  });
  return { key, keys, pressed };
}
const [space, f9] = SYSTEM_KEYS;

test("no key of the machine is taken before one is chosen, and only the chosen one is held", () => {
  const { key, keys, pressed } = desk();
  key.use(null);
  expect([key.state().status, keys.size]).toEqual(["off", 0]);
  key.use(space);
  key.use(space);
  keys.get(space)?.();
  expect([key.state().status, pressed]).toEqual(["on", ["visit"]]);
  key.use(f9);
  expect([...keys.keys()]).toEqual([f9]);
  key.use(null);
  expect([key.state().status, keys.size]).toEqual(["off", 0]);
});

test("a key that another program has is said to be taken, and is asked for again when it is chosen again", () => {
  const taken: string[] = [space];
  const { key, keys } = desk(taken);
  key.use(space);
  expect([key.state().status, keys.size]).toEqual(["taken", 0]);
  taken.pop();
  key.use(space);
  expect(key.state().status).toBe("on");
});

test("none of the keys is one that AltGr types something with, and no other comes in", () => {
  for (const key of SYSTEM_KEYS) expect(key).not.toMatch(/Alt/i);
  const accepts = (systemKey: unknown) =>
    LocalSettings.partial().safeParse({ systemKey }).success;
  expect([accepts(space), accepts(null)]).toEqual([true, true]);
  expect([accepts("A"), accepts("Control+Alt+E"), accepts(7)]).toEqual([
    ...[false, false, false],
  ]);
});
