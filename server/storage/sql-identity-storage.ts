import type { Role } from "../../shared/sync/protocol.ts";
import type { IdentityStorage, Tenant, User } from "./identity-storage.ts";
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
        `SELECT d.device_id, d.status, d.refresh_hash, d.previous_hash, d.grace_left,
           u.user_id, u.name, u.email, u.role, u.salesperson
         FROM device d JOIN app_user u ON u.tenant_id = d.tenant_id AND u.user_id = d.user_id
         WHERE d.tenant_id = $1 AND d.device_id = $2`,
        [tenantId, deviceId],
      );
      return row
        ? {
            deviceId: row.device_id,
            status: row.status,
            tokens: {
              current: row.refresh_hash,
              previous: row.previous_hash,
              graceLeft: row.grace_left,
            },
            user: userOf(row),
          }
        : null;
    },
    async setRefresh(tenantId, deviceId, tokens) {
      await sql.query(
        `UPDATE device SET refresh_hash = $3, previous_hash = $4, grace_left = $5
         WHERE tenant_id = $1 AND device_id = $2`,
        [tenantId, deviceId, tokens.current, tokens.previous, tokens.graceLeft],
      );
    },
  };
}

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
  readonly refresh_hash: string | null;
  readonly previous_hash: string | null;
  readonly grace_left: number;
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
