// Planted faults: each of the last three lines is one that check-tenancy must find.
export const SCHEMA_STEPS = [
  [
    `CREATE TABLE server_secret (name text PRIMARY KEY, value text NOT NULL)`,
    `CREATE TABLE tenant_head (tenant_id uuid PRIMARY KEY, seq bigint NOT NULL)`,
    `CREATE TABLE doc (tenant_id uuid NOT NULL, id uuid NOT NULL, seq bigint, PRIMARY KEY (tenant_id, id))`,
    `CREATE UNIQUE INDEX doc_seq ON doc (tenant_id, seq)`,
    `CREATE UNLOGGED TABLE note (id uuid PRIMARY KEY, tenant_id uuid NOT NULL)`,
    `CREATE TABLE label (tenant_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (id))`,
    `CREATE INDEX doc_id ON doc (id)`,
  ],
];
