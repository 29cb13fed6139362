import type { Handler } from "hono";
import { Id } from "../../shared/entities/fields.ts";
import { SnapshotRequest } from "../../shared/sync/snapshot.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { answerRange } from "../http/range-answer.ts";
import { readCleanJson } from "../http/read-body.ts";
import { checkVersions } from "../http/versions.ts";

export function snapshotOfferRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(SnapshotRequest, await readCleanJson(c.req.raw));
    checkVersions(request);
    const known = request.id ?? null;
    return c.json(await deps.snapshots.offer(c.get("caller"), known));
  };
}

export function snapshotFileRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const caller = c.get("caller");
    const id = Id.safeParse(c.req.param("id")).data;
    if (!id) throw new HttpError("not_found", "No such snapshot.");
    const leave = await deps.limits.admit("snapshot", caller);
    try {
      const { info, part, completed } = await deps.snapshots.open(caller, id);
      const { bytes, sha256, parts: pieces } = info;
      const file = { bytes, sha256, pieces, piece: part, completed };
      return answerRange(c, { ...file, type: "application/gzip" }, leave);
    } catch (error) {
      leave();
      throw error;
    }
  };
}
