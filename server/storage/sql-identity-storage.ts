import type { Role } from "../../shared/sync/protocol.ts";
import type {
  Device,
  IdentityStorage,
  Tenant,
  User,
} from "./identity-storage.ts";
import type { Sql } from "./sql.ts";

export function createSqlIdentityStorage(sql: Sql): IdentityStorage {
  return {
    async ping() {
      await sql.query(`SELECT 1 AS one`);
    },
    async secret(name, make) {
      await sql.query(
        `INSERT INTO server_secret (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING`,
        [name, make()],
      );
      const [row] = await sql.query<{ value: string }>(
        `SELECT value FROM server_secret WHERE name = $1`,
        [name],
      );
      return row?.value ?? "";
    },

    async tenants() {
      const rows = await sql.query<TenantRow>(
        `SELECT tenant_id, tag, name FROM tenant ORDER BY made_ms, tenant_id`,
      );
      return rows.map(tenantOf);
    },
    async tenant(tenantId) {
      const [row] = await sql.query<TenantRow>(
        `SELECT tenant_id, tag, name FROM tenant WHERE tenant_id = $1`,
        [tenantId],
      );
      return row ? tenantOf(row) : null;
    },
    async tenantByTag(tag) {
      const [row] = await sql.query<TenantRow>(
        `SELECT tenant_id, tag, name FROM tenant WHERE tag = $1`,
        [tag],
      );
      return row ? tenantOf(row) : null;
    },
    addTenant: (tenant) =>
      sql.transaction(async (tx) => {
        await tx.query(
          `INSERT INTO tenant (tenant_id, tag, name, made_ms) VALUES ($1, $2, $3, $4)`,
          [tenant.tenantId, tenant.tag, tenant.name, tenant.madeMs],
        );
        await tx.query(
          `INSERT INTO tenant_head (tenant_id, epoch) VALUES ($1, $2)`,
          [tenant.tenantId, tenant.epoch],
        );
        for (const s of tenant.series) {
          await tx.query(
            `INSERT INTO number_series (tenant_id, series, prefix, digits, next, last) VALUES ($1, $2, $3, $4, 1, $5)`,
            [tenant.tenantId, s.series, s.prefix, s.digits, s.last],
          );
        }
      }),

    async user(tenantId, userId) {
      const [row] = await sql.query<UserRow>(
        `SELECT user_id, name, email, role, salesperson FROM app_user WHERE tenant_id = $1 AND user_id = $2`,
        [tenantId, userId],
      );
      return row ? userOf(row) : null;
    },
    async putUser(tenantId, user) {
      const { name, role, salesperson } = user;
      const email = user.email.toLowerCase();
      // Two steps: of two processes that add one person at the same time, neither may fail.
      await sql.query(
        `INSERT INTO app_user (tenant_id, user_id, name, email, role, salesperson) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING`,
        [tenantId, user.userId, name, email, role, salesperson],
      );
      const [row] = await sql.query<UserRow>(
        `UPDATE app_user SET name = $3, role = $4, salesperson = $5 WHERE tenant_id = $1 AND email = $2
         RETURNING user_id, name, email, role, salesperson`,
        [tenantId, email, name, role, salesperson],
      );
      if (!row) throw new Error("The id is another person's");
      return userOf(row);
    },

    async addEnrolment(tenantId, enrolment) {
      await sql.query(
        `INSERT INTO enrolment (tenant_id, code_hash, user_id, made_ms, until_ms) VALUES ($1, $2, $3, $4, $5)`,
        [
          tenantId,
          enrolment.codeHash,
          enrolment.userId,
          enrolment.madeMs,
          enrolment.untilMs,
        ],
      );
    },
    enrolDevice: (tenantId, codeHash, device) =>
      sql.transaction(async (tx) => {
        const [used] = await tx.query<{ user_id: string }>(
          `UPDATE enrolment SET used_ms = $3 WHERE tenant_id = $1 AND code_hash = $2 AND used_ms IS NULL
           AND (until_ms IS NULL OR until_ms > $3) RETURNING user_id`,
          [tenantId, codeHash, device.enrolledMs],
        );
        if (!used) return null;
        // Each start prints a code for the first administrator: once one was used, the others are worth nothing.
        await tx.query(
          `DELETE FROM enrolment WHERE tenant_id = $1 AND user_id = $2 AND used_ms IS NULL AND until_ms IS NULL`,
          [tenantId, used.user_id],
        );
        await tx.query(
          `INSERT INTO device (tenant_id, device_id, user_id, name, public_key, refresh_hash, enrolled_ms)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
          [
            tenantId,
            device.deviceId,
            used.user_id,
            device.name,
            device.publicKey,
            device.refreshHash,
            device.enrolledMs,
          ],
        );
        const [row] = await tx.query<UserRow>(
          `SELECT user_id, name, email, role, salesperson FROM app_user WHERE tenant_id = $1 AND user_id = $2`,
          [tenantId, used.user_id],
        );
        if (!row) throw new Error("The code is nobody's");
        return userOf(row);
      }),

    async hasAdminDevice(tenantId) {
      const rows = await sql.query(
        `SELECT 1 AS one FROM device d JOIN app_user u ON u.tenant_id = d.tenant_id AND u.user_id = d.user_id
         WHERE d.tenant_id = $1 AND u.role = 'admin' LIMIT 1`,
        [tenantId],
      );
      return rows.length > 0;
    },
    async device(tenantId, deviceId) {
      const [row] = await sql.query<DeviceRow>(
        `SELECT ${DEVICE} WHERE d.tenant_id = $1 AND d.device_id = $2`,
        [tenantId, deviceId],
      );
      return row ? deviceOf(row) : null;
    },
    async activeDevices(devices) {
      const rows = await sql.query<{ device_id: string }>(
        `SELECT d.device_id FROM unnest($1::uuid[], $2::uuid[]) AS q (tenant_id, device_id)
         JOIN device d ON d.tenant_id = q.tenant_id AND d.device_id = q.device_id WHERE d.status = 'active'`,
        [
          devices.map(({ tenantId }) => tenantId),
          devices.map(({ deviceId }) => deviceId),
        ],
      );
      return new Set(rows.map((row) => row.device_id));
    },
    proveDevice: (tenantId, deviceId, decide) =>
      sql.transaction(async (tx) => {
        const [row] = await tx.query<DeviceRow>(
          `SELECT ${DEVICE} WHERE d.tenant_id = $1 AND d.device_id = $2 FOR UPDATE OF d`,
          [tenantId, deviceId],
        );
        if (!row) return null;
        const { proven, answer } = decide(deviceOf(row));
        if (proven) {
          const { current, previous, graceLeft, salt, rotatedMs } =
            proven.tokens;
          await tx.query(
            `UPDATE device SET refresh_hash = $3, previous_hash = $4, grace_left = $5, salt = $6, rotated_ms = $7,
               proofs = $8, public_key = $9, last_seen_ms = coalesce($10, last_seen_ms)
             WHERE tenant_id = $1 AND device_id = $2`,
            [
              ...[tenantId, deviceId, current, previous, graceLeft, salt],
              ...[rotatedMs, proven.tokens.proofs.join(" ")],
              ...[proven.publicKey, proven.seenMs],
            ],
          );
        }
        return answer;
      }),
    async devices(tenantId, userId) {
      const rows = await sql.query<ListedRow>(
        `SELECT d.device_id, d.name AS device_name, d.status, d.wipe, d.enrolled_ms,
           coalesce(d.last_seen_ms, d.enrolled_ms) AS seen_ms,
           u.user_id, u.name, u.email, u.role, u.salesperson
         FROM device d JOIN app_user u ON u.tenant_id = d.tenant_id AND u.user_id = d.user_id
         WHERE d.tenant_id = $1 AND ($2::uuid IS NULL OR d.user_id = $2)
         ORDER BY seen_ms DESC, d.device_id`,
        [tenantId, userId],
      );
      return rows.map((row) => ({
        deviceId: row.device_id,
        name: row.device_name,
        user: userOf(row),
        enrolledMs: Number(row.enrolled_ms),
        seenMs: Number(row.seen_ms),
        status: row.status,
        wipe: row.wipe,
      }));
    },
    async revokeDevice(tenantId, deviceId, wipe) {
      const rows = await sql.query(
        `UPDATE device SET status = 'revoked', wipe = $3 OR (status = 'revoked' AND wipe)
         WHERE tenant_id = $1 AND device_id = $2 RETURNING device_id`,
        [tenantId, deviceId, wipe],
      );
      return rows.length > 0;
    },

    async failures(address, sinceMs, limit) {
      const rows = await sql.query<{ at_ms: number | string }>(
        `SELECT at_ms FROM code_failure WHERE address = $1 AND at_ms > $2 ORDER BY at_ms DESC LIMIT $3`,
        [address, sinceMs, limit],
      );
      return rows.map((row) => Number(row.at_ms));
    },
    async addFailure({ id, address }, atMs, sinceMs) {
      // Two processes that tidy up at the same time take different rows.
      await sql.query(
        `DELETE FROM code_failure WHERE id IN (
           SELECT id FROM code_failure WHERE at_ms <= $1 LIMIT 1000 FOR UPDATE SKIP LOCKED)`,
        [sinceMs],
      );
      await sql.query(
        `INSERT INTO code_failure (address, at_ms, id) VALUES ($1, $2, $3)`,
        [address, atMs, id],
      );
    },
  };
}

const DEVICE = `d.device_id, d.status, d.wipe, d.public_key, d.refresh_hash, d.previous_hash, d.grace_left,
    d.salt, d.rotated_ms, d.proofs, u.user_id, u.name, u.email, u.role, u.salesperson
  FROM device d JOIN app_user u ON u.tenant_id = d.tenant_id AND u.user_id = d.user_id`;

interface TenantRow {
  readonly tenant_id: string;
  readonly tag: string;
  readonly name: string;
}

interface UserRow {
  readonly user_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly salesperson: string | null;
}

interface DeviceRow extends UserRow {
  readonly device_id: string;
  readonly status: "active" | "revoked";
  readonly wipe: boolean;
  readonly public_key: string | null;
  readonly refresh_hash: string | null;
  readonly previous_hash: string | null;
  readonly grace_left: number;
  readonly salt: string;
  readonly rotated_ms: number | string;
  readonly proofs: string;
}

interface ListedRow extends UserRow {
  readonly device_id: string;
  readonly device_name: string;
  readonly status: "active" | "revoked";
  readonly wipe: boolean;
  readonly enrolled_ms: number | string;
  readonly seen_ms: number | string;
}

function deviceOf(row: DeviceRow): Device {
  return {
    deviceId: row.device_id,
    status: row.status,
    wipe: row.wipe,
    publicKey: row.public_key,
    tokens: {
      current: row.refresh_hash,
      previous: row.previous_hash,
      graceLeft: row.grace_left,
      salt: row.salt,
      rotatedMs: Number(row.rotated_ms),
      proofs: row.proofs.split(" ").filter(Boolean),
    },
    user: userOf(row),
  };
}

function tenantOf(row: TenantRow): Tenant {
  return { tenantId: row.tenant_id, tag: row.tag, name: row.name };
}

function userOf(row: UserRow): User {
  return {
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    salesperson: row.salesperson,
  };
}
