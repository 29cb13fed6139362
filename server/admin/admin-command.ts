import { z } from "zod";
import { Id } from "../../shared/entities/fields.ts";
import type { ServerDeps } from "../deps.ts";
import { ImportCommand, importFile } from "../import/import-file.ts";
import { markRestored } from "../dump/mark-restored.ts";
import { writeDump } from "../dump/write-dump.ts";
import type { Sql } from "../storage/sql.ts";
import type { Clock } from "../../shared/core/clock.ts";
import { listDevices } from "../auth/devices.ts";
import {
  addTenant,
  Invitation,
  invite,
  inviteFirstAdmin,
} from "../auth/invitations.ts";

/** What the command line may ask for, with or without a running server. */
export const AdminCommand = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("invite"),
    invitation: Invitation,
    tenant: z.string().max(36).optional(),
  }),
  z.strictObject({
    kind: z.literal("devices"),
    tenant: z.string().max(36).optional(),
  }),
  z.strictObject({
    kind: z.literal("revoke"),
    device: Id,
    wipe: z.boolean(),
    tenant: z.string().max(36).optional(),
  }),
  z.strictObject({
    kind: z.literal("dump"),
    to: z.string().min(1).max(4_000),
  }),
  z.strictObject({ kind: z.literal("restored") }),
  ImportCommand,
  z.strictObject({
    kind: z.literal("tenant"),
    name: z.string().min(1).max(100),
  }),
]);
export type AdminCommand = z.infer<typeof AdminCommand>;

/** One JSON object for stdout, or why not. */
export type AdminAnswer =
  | { readonly ok: true; readonly line: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly message: string };

export async function runAdminCommand(
  deps: ServerDeps & { readonly sql: Sql },
  command: AdminCommand,
): Promise<AdminAnswer> {
  if (command.kind === "dump") return dump(deps, command.to);
  if (command.kind === "restored")
    return { ok: true, line: { restored: await markRestored(deps.sql) } };
  if (command.kind === "tenant") {
    const tenant = await addTenant(deps, command.name);
    const adminEnrollment = await inviteFirstAdmin(deps, tenant);
    return { ok: true, line: { tenantId: tenant.tenantId, adminEnrollment } };
  }
  const tenants = await deps.identities.tenants();
  const tenant = command.tenant
    ? tenants.find((t) => t.tenantId === command.tenant)
    : tenants[0];
  if (!tenant) return { ok: false, message: `No tenant ${command.tenant}` };
  const { tenantId } = tenant;
  if (command.kind === "import") return importFile(deps, tenantId, command);
  if (command.kind === "devices")
    return { ok: true, line: await listDevices(deps, tenantId) };
  if (command.kind === "revoke") {
    const { device, wipe } = command;
    return (await deps.identities.revokeDevice(tenantId, device, wipe))
      ? { ok: true, line: { revoked: device, wipe } }
      : { ok: false, message: `No device ${device}` };
  }
  const enrollment = await invite(deps, tenant, command.invitation);
  return { ok: true, line: { enrollment } };
}

async function dump(
  { sql, clock }: { readonly sql: Sql; readonly clock: Clock },
  to: string,
): Promise<AdminAnswer> {
  try {
    const report = await writeDump(sql, to, clock.now());
    return { ok: true, line: { dumped: to, ...report } };
  } catch (error) {
    // The file cannot be written, or came out wrong: the operator's to know, in one line.
    const why = error instanceof Error ? error.message : "unknown";
    return { ok: false, message: `No dump was written: ${why}` };
  }
}
