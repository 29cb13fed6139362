import { z } from "zod";
import type { Clock } from "../../shared/core/clock.ts";
import { isStorableText } from "../../shared/entities/fields.ts";
import { Role } from "../../shared/sync/protocol.ts";
import { SERIES_OF_NEW_TENANT } from "../push/number-books.ts";
import type { IdentityStorage, Tenant } from "../storage/identity-storage.ts";
import {
  hashOf,
  newEnrolmentCode,
  newTag,
  readEnrolmentCode,
} from "./secrets.ts";

const DAY_MS = 86_400_000;

const shortText = (max: number) =>
  z.string().trim().min(1).max(max).refine(isStorableText, "unstorable_text");

export const Invitation = z.strictObject({
  email: shortText(254).regex(/^[^\s@]+@[^\s@]+$/, "email"),
  name: shortText(100),
  role: Role,
  salesperson: shortText(20).optional(),
});
export type Invitation = z.infer<typeof Invitation>;

export interface InvitationDeps {
  readonly identities: IdentityStorage;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** A code that makes one device of this person; a person already known by the e-mail gets one more device. */
export async function invite(
  deps: InvitationDeps,
  tenant: Tenant,
  invitation: Invitation,
): Promise<string> {
  const user = await deps.identities.putUser(tenant.tenantId, {
    userId: deps.newId(),
    name: invitation.name,
    email: invitation.email,
    role: invitation.role,
    salesperson: invitation.salesperson ?? null,
  });
  return newCode(deps, tenant, user.userId, deps.clock.now() + DAY_MS);
}

const ADMINISTRATOR: Invitation = {
  email: "admin@carnet.example",
  name: "Administrator",
  role: "admin",
};

/** The first administrator's code: valid until it is used. */
export async function inviteFirstAdmin(
  deps: InvitationDeps,
  tenant: Tenant,
): Promise<string> {
  const admin = await deps.identities.putUser(tenant.tenantId, {
    userId: deps.newId(),
    ...ADMINISTRATOR,
    salesperson: null,
  });
  return newCode(deps, tenant, admin.userId, null);
}

/** The one company of a fresh database, also when two processes find it fresh at the same time. */
export async function addFirstTenant(deps: InvitationDeps): Promise<void> {
  const { identities } = deps;
  const present = async () => (await identities.tenants()).length > 0;
  if (await present()) return;
  const tenantId = await identities.secret("first-tenant", deps.newId);
  try {
    await addTenant(deps, "Carnet", tenantId);
  } catch (error) {
    if (!(await present())) throw error;
  }
}

export async function addTenant(
  deps: InvitationDeps,
  name: string,
  tenantId = deps.newId(),
): Promise<Tenant> {
  const tenant = { tenantId, tag: newTag(), name };
  await deps.identities.addTenant({
    ...tenant,
    epoch: deps.newId(),
    madeMs: deps.clock.now(),
    series: SERIES_OF_NEW_TENANT,
  });
  return tenant;
}

async function newCode(
  deps: InvitationDeps,
  tenant: Tenant,
  userId: string,
  untilMs: number | null,
): Promise<string> {
  const code = newEnrolmentCode(tenant.tag);
  await deps.identities.addEnrolment(tenant.tenantId, {
    codeHash: hashOf(readEnrolmentCode(code)?.code ?? code),
    userId,
    madeMs: deps.clock.now(),
    untilMs,
  });
  return code;
}
