import type { EventName, EventPayload } from "../../shared/ipc/contract.ts";
import { events } from "../../shared/ipc/events.ts";
import { stateEventNames } from "../../shared/ipc/names.ts";

/** Tells the window; what the contract's schema refuses does not leave. */
export interface Publisher {
  publish<N extends EventName>(name: N, payload: EventPayload<N>): void;
  /** Repeats the present state of every event that is one: for a page that has just been loaded. */
  repeatStates(): void;
}

export function createPublisher(
  send: (channel: EventName, payload: unknown) => void,
): Publisher {
  const states = new Map<EventName, unknown>();
  return {
    publish: (name, payload) => {
      const checked: unknown = events[name].parse(payload);
      if (stateEventNames.includes(name)) states.set(name, checked);
      send(name, checked);
    },
    repeatStates: () => {
      for (const [name, payload] of states) send(name, payload);
    },
  };
}
