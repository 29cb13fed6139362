import type { Handlers } from "../../shared/ipc/contract.ts";
import type { Updates } from "../updates/updates.ts";

/** The part of the contract that is about newer versions. */
export function updateHandlers(
  updates: Pick<Updates, "look" | "install">,
): Pick<Handlers, Extract<keyof Handlers, `updates/${string}`>> {
  return {
    "updates/check": async () => {
      void updates.look();
      return {};
    },
    "updates/install": async ({ copy }) => ({
      status: await updates.install(copy),
    }),
  };
}
