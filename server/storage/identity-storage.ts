import type { Role } from "../../shared/sync/protocol.ts";

/** Companies, people, devices and what they prove themselves with. Secrets are only ever kept as hashes. */
export interface IdentityStorage {
  /** Fails when the database cannot be reached. */
  ping(): Promise<void>;
  /** A value made once and kept; `make` runs only when there is none yet. */
  secret(name: string, make: () => string): Promise<string>;
  /** Oldest first; the whole directory, for the command line. */
  tenants(): Promise<Tenant[]>;
  tenant(tenantId: string): Promise<Tenant | null>;
  tenantByTag(tag: string): Promise<Tenant | null>;
  addTenant(tenant: NewTenant): Promise<void>;
  user(tenantId: string, userId: string): Promise<User | null>;
  /** Found by e-mail: an invitation of a known person is for one more device of theirs. */
  putUser(tenantId: string, user: User): Promise<User>;
  addEnrolment(tenantId: string, enrolment: Enrolment): Promise<void>;
  /**
   * Uses the code up and adds the device of the person it was made for, both or neither: a code must not be spent on
   * nothing. Null: unknown, used, or too late.
   */
  enrolDevice(
    tenantId: string,
    codeHash: string,
    device: Omit<NewDevice, "userId">,
  ): Promise<User | null>;
  /** True once any device of an administrator has enrolled. */
  hasAdminDevice(tenantId: string): Promise<boolean>;
  device(tenantId: string, deviceId: string): Promise<Device | null>;
  /** Replaces the device's refresh token; `previous` stays good for `graceLeft` more uses. */
  setRefresh(
    tenantId: string,
    deviceId: string,
    tokens: RefreshTokens,
  ): Promise<void>;
}

export interface Tenant {
  readonly tenantId: string;
  /** Four characters that lead every code of this tenant, so that a code says where to look it up. */
  readonly tag: string;
  readonly name: string;
}

export interface NewTenant extends Tenant {
  readonly epoch: string;
  readonly madeMs: number;
  readonly series: readonly {
    readonly series: string;
    readonly prefix: string;
    readonly digits: number;
    readonly last: number;
  }[];
}

export interface User {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly salesperson: string | null;
}

export interface Enrolment {
  readonly codeHash: string;
  readonly userId: string;
  readonly madeMs: number;
  /** Null = until used. */
  readonly untilMs: number | null;
}

export interface RefreshTokens {
  readonly current: string | null;
  readonly previous: string | null;
  readonly graceLeft: number;
}

export interface NewDevice {
  readonly deviceId: string;
  readonly userId: string;
  readonly name: string;
  readonly publicKey: string | null;
  readonly refreshHash: string;
  readonly enrolledMs: number;
}

export interface Device {
  readonly deviceId: string;
  readonly status: "active" | "revoked";
  readonly tokens: RefreshTokens;
  readonly user: User;
}
