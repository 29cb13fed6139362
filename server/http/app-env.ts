import type { HttpBindings } from "@hono/node-server";
import type { Caller } from "../push/caller.ts";

/** What travels with a request: the socket it came on, and who sent it. */
export interface AppEnv {
  Bindings: Partial<HttpBindings>;
  Variables: { caller: Caller };
}
