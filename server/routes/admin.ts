import type { Context, Hono } from "hono";
import { Id } from "../../shared/entities/fields.ts";
import { RevokeRequest } from "../../shared/sync/protocol.ts";
import { listDevices } from "../auth/devices.ts";
import { Invitation, invite } from "../auth/invitations.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readCleanJson, readText } from "../http/read-body.ts";
import {
  accountImport,
  purchaseImport,
  type ImportKind,
} from "../import/erp-lines.ts";
import { importLines } from "../import/import-lines.ts";
import type { Caller } from "../push/caller.ts";

const MAX_IMPORT_BYTES = 32 * 1024 * 1024;

/** What only an administrator may do. */
export function adminRoutes(app: Hono<AppEnv>, deps: ServerDeps): void {
  app.post("/v1/admin/invites", async (c) => {
    const { tenantId } = adminOf(c);
    const tenant = await deps.identities.tenant(tenantId);
    if (!tenant) throw new HttpError("unauthenticated", "Unknown tenant.");
    const invitation = parsed(Invitation, await readCleanJson(c.req.raw));
    return c.json({ enrollment: await invite(deps, tenant, invitation) });
  });
  app.get("/v1/admin/devices", async (c) =>
    c.json(await listDevices(deps, adminOf(c).tenantId)),
  );
  app.post("/v1/admin/devices/:id/revoke", async (c) => {
    const { tenantId } = adminOf(c);
    const id = Id.safeParse(c.req.param("id")).data;
    const body = await readCleanJson(c.req.raw, {});
    const { wipe = true } = parsed(RevokeRequest, body);
    const known =
      id !== undefined &&
      (await deps.identities.revokeDevice(tenantId, id, wipe));
    if (!known) throw new HttpError("not_found", "No such device.");
    deps.log("device revoked", { wipe });
    return c.json({});
  });
  const importer = (kind: ImportKind) => async (c: Context<AppEnv>) => {
    const caller = adminOf(c);
    const text = await readText(c.req.raw, MAX_IMPORT_BYTES);
    const { head, followed, ...answer } = await importLines(
      deps,
      caller,
      kind,
      text,
    );
    if (answer.changed > 0)
      deps.hints.publish(
        caller.tenantId,
        head,
        new Set([
          kind.collection,
          ...(followed ? (["contacts"] as const) : []),
        ]),
      );
    return c.json(answer);
  };
  app.post("/v1/admin/accounts", importer(accountImport));
  app.post("/v1/admin/purchases", importer(purchaseImport));
}

function adminOf(c: Context<AppEnv>): Caller {
  const caller = c.get("caller");
  if (caller.user.role !== "admin")
    throw new HttpError("forbidden", "Only an administrator may do this.");
  return caller;
}
