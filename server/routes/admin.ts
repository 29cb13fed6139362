import type { Context, Hono } from "hono";
import { Invitation, invite } from "../auth/invitations.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";

export function adminRoutes(app: Hono<AppEnv>, deps: ServerDeps): void {
  app.post("/v1/admin/invites", async (c) => {
    const tenant = await tenantOfAdmin(c, deps);
    const invitation = parsed(Invitation, await readCleanJson(c.req.raw));
    return c.json({ enrollment: await invite(deps, tenant, invitation) });
  });
}

async function tenantOfAdmin(c: Context<AppEnv>, deps: ServerDeps) {
  const { tenantId, user } = c.get("caller");
  if (user.role !== "admin")
    throw new HttpError("forbidden", "Only an administrator may do this.");
  const tenants = await deps.identities.tenants();
  const tenant = tenants.find((t) => t.tenantId === tenantId);
  if (!tenant) throw new HttpError("unauthenticated", "Unknown tenant.");
  return tenant;
}
