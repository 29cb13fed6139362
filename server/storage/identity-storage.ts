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
  /** Ids of those of these that may still be used. */
  activeDevices(
    devices: readonly {
      readonly tenantId: string;
      readonly deviceId: string;
    }[],
  ): Promise<ReadonlySet<string>>;
  /** Newest contact first; all of the company's, or one person's. */
  devices(tenantId: string, userId: string | null): Promise<ListedDevice[]>;
  /** False when there is no such device. Once told to erase itself, a device stays told so. */
  revokeDevice(
    tenantId: string,
    deviceId: string,
    wipe: boolean,
  ): Promise<boolean>;
  /**
   * One device after the other, whichever process is asked: `decide` sees it as it is and what it returns as `proven`
   * is stored before anybody else may decide; without that nothing changes. Null: no such device.
   */
  proveDevice<T>(
    tenantId: string,
    deviceId: string,
    decide: (device: Device) => Decision<T>,
  ): Promise<T | null>;
  /** Failures of one address after `sinceMs`, the latest `limit` of them, newest first. */
  failures(address: string, sinceMs: number, limit: number): Promise<number[]>;
  /** Notes a failure, and forgets all before `sinceMs`. */
  addFailure(
    failure: { readonly id: string; readonly address: string },
    atMs: number,
    sinceMs: number,
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

/** Hashes of the token in use and of the one before it, which serves `graceLeft` more times. */
/** In the place of the previous token's hash: the device's own token may be newer than this database knows. */
export const RESTORED = "restored";

export interface RefreshTokens {
  readonly current: string | null;
  readonly previous: string | null;
  readonly graceLeft: number;
  /** From `previous` to `current` (`successorOf`), and when that was. */
  readonly salt: string;
  readonly rotatedMs: number;
  /** `jti`s of the proofs that `previous` was used with. */
  readonly proofs: readonly string[];
}

/** What a device has shown of itself, to be stored. */
export interface Proven {
  readonly tokens: RefreshTokens;
  readonly publicKey: string | null;
  readonly seenMs: number | null;
}

export interface Decision<T> {
  readonly proven?: Proven;
  readonly answer: T;
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
  /** Of a revoked one: it is to destroy what it holds. */
  readonly wipe: boolean;
  readonly publicKey: string | null;
  readonly tokens: RefreshTokens;
  readonly user: User;
}

export interface ListedDevice {
  readonly deviceId: string;
  readonly name: string;
  readonly user: User;
  readonly enrolledMs: number;
  /** Within the life of an access token: each renewal is a contact. */
  readonly seenMs: number;
  readonly status: "active" | "revoked";
  readonly wipe: boolean;
}
