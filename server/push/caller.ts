import type { Role } from "../../shared/sync/protocol.ts";

/** Who is asking: proven by the access token, looked up again at each request. */
export interface Caller {
  readonly tenantId: string;
  readonly deviceId: string;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly salesperson?: string;
  };
}

/** The documents a person may read: the company's, and their own private ones (design.md §5). */
export function bucketsOf(caller: Caller): readonly string[] {
  return ["all", privateBucket(caller.user.id)];
}

export function privateBucket(userId: string): string {
  return `private:${userId}`;
}
