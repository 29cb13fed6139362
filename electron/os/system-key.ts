import type { SystemKey, SystemKeyState } from "../../shared/ipc/settings.ts";

/** A key of the whole machine, which leads here from any program; none until the person has chosen one. */
export interface SystemKeyHold {
  use(key: SystemKey | null): void;
  state(): SystemKeyState;
}

/** `register` answers whether the system has given us the key: another program may have it. */
export function createSystemKey(deps: {
  readonly register: (key: SystemKey, run: () => void) => boolean;
  readonly unregister: (key: SystemKey) => void;
  readonly onPress: () => void;
}): SystemKeyHold {
  let held: SystemKey | null = null;
  let state: SystemKeyState = { status: "off" };
  return {
    use(key) {
      if (key !== null && key === held) return;
      if (held !== null) deps.unregister(held);
      held = null;
      state = { status: key === null ? "off" : "taken" };
      if (key === null || !deps.register(key, deps.onPress)) return;
      held = key;
      state = { status: "on" };
    },
    state: () => state,
  };
}
