import type { ServerDeps } from "../deps.ts";
import type { Tenant } from "../storage/identity-storage.ts";

/** Fills an empty company with the demo company; a company that has any document is left alone. */
export async function fillDemo(
  deps: ServerDeps,
  tenant: Tenant,
): Promise<void> {
  const head = await deps.storage.head(tenant.tenantId);
  if (head.seq > 0) return;
}
