import type { Handler } from "hono";
import { Id } from "../../shared/entities/fields.ts";
import { isCollection } from "../../shared/entities/registry.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { bucketsOf } from "../push/caller.ts";

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
    return c.json({ rows });
  };
}
