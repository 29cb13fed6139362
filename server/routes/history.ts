import type { Handler } from "hono";
import { Id } from "../../shared/entities/fields.ts";
import { isCollection } from "../../shared/entities/registry.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { bucketsOf } from "../push/caller.ts";
import type { SavedHistory } from "../storage/sync-storage.ts";

const MAX_ROWS = 500;

/** What was ever written to a document, newest first, lost and discarded values included (A10). */
export function historyRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const collection = c.req.param("collection") ?? "";
    const id = Id.safeParse(c.req.param("id")).data;
    const { tenantId, ...caller } = c.get("caller");
    const key = isCollection(collection) && id ? { c: collection, id } : null;
    const held = key ? await deps.storage.document(tenantId, key) : null;
    const readable = bucketsOf({ tenantId, ...caller });
    if (!key || !held || !readable.includes(held.bucket))
      throw new HttpError("not_found", "No such document.");
    const rows = await deps.storage.history(tenantId, key, MAX_ROWS);
    const names = await namesOf(deps, tenantId, rows);
    return c.json({ rows, ...names });
  };
}

/** What the people and devices of these rows are called; nobody else's name leaves the server. */
async function namesOf(
  deps: ServerDeps,
  tenantId: string,
  rows: readonly SavedHistory[],
) {
  const listed = await deps.identities.devices(tenantId, null);
  const people = new Set(rows.map(({ stamp }) => stamp.u));
  const used = new Set(rows.map(({ stamp }) => stamp.d));
  return {
    people: Object.fromEntries(
      listed
        .filter(({ user }) => people.has(user.userId))
        .map(({ user }) => [user.userId, user.name]),
    ),
    devices: Object.fromEntries(
      listed
        .filter(({ deviceId }) => used.has(deviceId))
        .map(({ deviceId, name }) => [deviceId, name]),
    ),
  };
}
