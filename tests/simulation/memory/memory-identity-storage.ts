import type {
  Device,
  IdentityStorage,
  User,
} from "../../../server/storage/identity-storage.ts";
import {
  sqlError,
  tablesOf,
  type MemoryDatabase,
  type TenantTables,
} from "./memory-database.ts";

/** The directory's port on the same database in memory. */
export function createMemoryIdentityStorage(
  database: MemoryDatabase,
): IdentityStorage {
  const at = (tenantId: string) => tablesOf(database, tenantId);
  const found = (tenantId: string, deviceId: string): Device | null => {
    const tables = database.tenants.get(tenantId);
    const device = tables?.devices.get(deviceId);
    if (!tables || !device) return null;
    return { ...device, user: userOf(tables.users, device.userId) };
  };
  return {
    ping: async () => {},
    async secret(name, make) {
      const known = database.secrets.get(name) ?? make();
      database.secrets.set(name, known);
      return known;
    },
    tenants: async () =>
      [...database.tenants.values()]
        .toSorted((a, b) => a.madeMs - b.madeMs)
        .map(({ tenant }) => tenant),
    tenant: async (tenantId) => database.tenants.get(tenantId)?.tenant ?? null,
    tenantByTag: async (tag) =>
      [...database.tenants.values()].find(({ tenant }) => tenant.tag === tag)
        ?.tenant ?? null,
    async addTenant({ tenantId, tag, name, epoch, madeMs, series }) {
      if (database.tenants.has(tenantId)) throw sqlError("23505");
      database.tenants.set(tenantId, {
        tenant: { tenantId, tag, name },
        ...{ epoch, madeMs, seq: 0, gcSeq: 0 },
        ...{ users: new Map(), enrolments: new Map(), devices: new Map() },
        ...{ docs: new Map(), history: [], ledger: new Map() },
        series: new Map(series.map((s) => [s.series, { ...s, next: 1 }])),
        ...{
          taken: new Map(),
          leases: [],
          archive: new Map(),
          files: new Map(),
        },
      });
    },
    user: async (tenantId, userId) => at(tenantId).users.get(userId) ?? null,
    async putUser(tenantId, user) {
      const { users } = at(tenantId);
      const email = user.email.toLowerCase();
      const same = [...users.values()].find((known) => known.email === email);
      if (!same && users.has(user.userId))
        throw new Error("The id is another person's");
      const kept = { ...user, email, userId: same?.userId ?? user.userId };
      users.set(kept.userId, kept);
      return kept;
    },
    async addEnrolment(tenantId, enrolment) {
      const { enrolments } = at(tenantId);
      enrolments.set(enrolment.codeHash, { ...enrolment, used: false });
    },
    async enrolDevice(tenantId, codeHash, device) {
      const { enrolments, devices, users } = at(tenantId);
      const code = enrolments.get(codeHash);
      const late = code?.untilMs != null && code.untilMs <= device.enrolledMs;
      if (!code || code.used || late) return null;
      if (devices.has(device.deviceId)) throw sqlError("23505");
      enrolments.set(codeHash, { ...code, used: true });
      for (const other of enrolments.values())
        if (
          !other.used &&
          other.userId === code.userId &&
          other.untilMs === null
        )
          enrolments.delete(other.codeHash);
      const { deviceId, name, publicKey, enrolledMs, refreshHash } = device;
      devices.set(deviceId, {
        ...{ deviceId, userId: code.userId, lastD: 0, name, publicKey },
        ...{ status: "active", wipe: true, enrolledMs, seenMs: enrolledMs },
        tokens: {
          ...{ current: refreshHash, previous: null, graceLeft: 0 },
          ...{ salt: "", rotatedMs: 0, proofs: [] },
        },
      });
      return userOf(users, code.userId);
    },
    async hasAdminDevice(tenantId) {
      const { devices, users } = at(tenantId);
      return [...devices.values()].some(
        ({ userId }) => users.get(userId)?.role === "admin",
      );
    },
    device: async (tenantId, deviceId) => found(tenantId, deviceId),
    activeDevices: async (devices) =>
      new Set(
        devices
          .filter(
            (one) => found(one.tenantId, one.deviceId)?.status === "active",
          )
          .map(({ deviceId }) => deviceId),
      ),
    async devices(tenantId, userId) {
      const { devices, users } = at(tenantId);
      return [...devices.values()]
        .filter((device) => userId === null || device.userId === userId)
        .map((device) => ({ ...device, user: userOf(users, device.userId) }))
        .toSorted((a, b) => b.seenMs - a.seenMs);
    },
    async revokeDevice(tenantId, deviceId, wipe) {
      const { devices } = at(tenantId);
      const device = devices.get(deviceId);
      if (!device) return false;
      const told = device.status === "revoked" && device.wipe;
      const after = { status: "revoked", wipe: wipe || told } as const;
      devices.set(deviceId, { ...device, ...after });
      return true;
    },
    async proveDevice(tenantId, deviceId, decide) {
      const device = found(tenantId, deviceId);
      if (!device) return null;
      const { proven, answer } = decide(device);
      const { devices } = at(tenantId);
      const kept = devices.get(deviceId);
      if (kept && proven)
        devices.set(deviceId, {
          ...kept,
          ...proven,
          seenMs: proven.seenMs ?? kept.seenMs,
        });
      return answer;
    },
    failures: async (address, sinceMs, limit) =>
      database.failures
        .filter((f) => f.address === address && f.atMs > sinceMs)
        .map(({ atMs }) => atMs)
        .toReversed()
        .slice(0, limit),
    async addFailure({ address }, atMs, sinceMs) {
      const kept = database.failures.filter((f) => f.atMs > sinceMs);
      database.failures = [...kept, { address, atMs }];
    },
  };
}

function userOf(users: TenantTables["users"], userId: string): User {
  const user = users.get(userId);
  if (!user) throw new Error("The code is nobody's");
  return user;
}
