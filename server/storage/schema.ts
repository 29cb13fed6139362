import { QUOTE_KEY } from "./quote-key.ts";

/**
 * The tables, as numbered steps; a step that has shipped is never edited. Only SQL that PostgreSQL 14 has.
 *
 * Every table but the directory (`tenant`) and the server's own (`schema_migration`, `server_secret`, `code_failure`)
 * leads with the tenant, and every query names it: that is the fence between companies, and the key to spread them over machines.
 */
export const SCHEMA_STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE server_secret (name text PRIMARY KEY, value text NOT NULL)`,
    `CREATE TABLE tenant (
      tenant_id uuid PRIMARY KEY, tag text NOT NULL UNIQUE, name text NOT NULL,
      made_ms bigint NOT NULL)`,
    // One row per tenant, updated by every push: kept sparse so that its updates stay in the page.
    `CREATE TABLE tenant_head (
      tenant_id uuid PRIMARY KEY, epoch uuid NOT NULL,
      seq bigint NOT NULL DEFAULT 0, gc_seq bigint NOT NULL DEFAULT 0)
      WITH (fillfactor = 10)`,
    `CREATE TABLE app_user (
      tenant_id uuid NOT NULL, user_id uuid NOT NULL, name text NOT NULL,
      email text NOT NULL, role text NOT NULL, salesperson text,
      PRIMARY KEY (tenant_id, user_id), UNIQUE (tenant_id, email))`,
    `CREATE TABLE enrolment (
      tenant_id uuid NOT NULL, code_hash text NOT NULL, user_id uuid NOT NULL,
      made_ms bigint NOT NULL, until_ms bigint, used_ms bigint,
      PRIMARY KEY (tenant_id, code_hash))`,
    `CREATE TABLE device (
      tenant_id uuid NOT NULL, device_id uuid NOT NULL, user_id uuid NOT NULL,
      name text NOT NULL, public_key text, last_d bigint NOT NULL DEFAULT 0,
      status text NOT NULL DEFAULT 'active', enrolled_ms bigint NOT NULL,
      refresh_hash text, previous_hash text, grace_left smallint NOT NULL DEFAULT 0,
      PRIMARY KEY (tenant_id, device_id))`,
    `CREATE TABLE doc (
      tenant_id uuid NOT NULL, coll smallint NOT NULL, id uuid NOT NULL,
      seq bigint NOT NULL, rev int NOT NULL, deleted boolean NOT NULL,
      bucket text NOT NULL, sv smallint NOT NULL DEFAULT 1, data jsonb NOT NULL,
      created jsonb NOT NULL, fm jsonb NOT NULL,
      modified_ms bigint NOT NULL, modified_by uuid NOT NULL,
      PRIMARY KEY (tenant_id, coll, id))`,
    `CREATE UNIQUE INDEX doc_seq ON doc (tenant_id, seq)`,
    `CREATE INDEX doc_feed ON doc (tenant_id, coll, bucket, seq)`,
    // The people of a company (NAM-3, INH-5), without reading every contact; 1 = contacts.
    `CREATE INDEX doc_company ON doc (tenant_id, (data->>'companyId')) WHERE coll = 1`,
    // Open work of a contact (DEL-1); 3 = tasks, 4 = opportunities.
    `CREATE INDEX doc_work ON doc (tenant_id, (data->>'contactId')) WHERE coll IN (3, 4)`,
    `CREATE TABLE doc_history (
      tenant_id uuid NOT NULL, coll smallint NOT NULL, id uuid NOT NULL,
      seq bigint NOT NULL, device_id uuid NOT NULL, d bigint NOT NULL, n int NOT NULL,
      path text NOT NULL, was jsonb, now jsonb, outcome text NOT NULL, stamp jsonb NOT NULL,
      at_ms bigint NOT NULL,
      PRIMARY KEY (tenant_id, coll, id, seq, device_id, d, n))`,
    `CREATE TABLE mutation (
      tenant_id uuid NOT NULL, device_id uuid NOT NULL, d bigint NOT NULL,
      mutation_id uuid, outcome jsonb NOT NULL, at_ms bigint NOT NULL,
      PRIMARY KEY (tenant_id, device_id, d))`,
    `CREATE TABLE number_series (
      tenant_id uuid NOT NULL, series text NOT NULL, prefix text NOT NULL,
      digits smallint NOT NULL, next bigint NOT NULL, last bigint NOT NULL,
      PRIMARY KEY (tenant_id, series))`,
    // Every number ever given, also of deleted documents: none is given twice (NUM-6).
    `CREATE TABLE number_taken (
      tenant_id uuid NOT NULL, series text NOT NULL, no text NOT NULL,
      n bigint, doc_id uuid NOT NULL, PRIMARY KEY (tenant_id, series, no))`,
    `CREATE INDEX number_taken_n ON number_taken (tenant_id, series, n)`,
    `CREATE TABLE number_lease (
      tenant_id uuid NOT NULL, series text NOT NULL, lo bigint NOT NULL,
      hi bigint NOT NULL, device_id uuid NOT NULL, made_ms bigint NOT NULL,
      PRIMARY KEY (tenant_id, series, lo))`,
    `CREATE INDEX number_lease_device ON number_lease (tenant_id, device_id, series, lo)`,
    // A fence against our own programs: a document that changes without a place in the feed never reaches anybody.
    `CREATE FUNCTION doc_must_move() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN IF NEW.seq <= OLD.seq THEN RAISE EXCEPTION ''doc changed without a new seq''; END IF; RETURN NEW; END'`,
    `CREATE TRIGGER doc_must_move BEFORE UPDATE ON doc FOR EACH ROW EXECUTE FUNCTION doc_must_move()`,
    `CREATE FUNCTION doc_guard() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN
        IF EXISTS (SELECT 1 FROM newrows n JOIN tenant_head h USING (tenant_id) WHERE n.seq > h.seq)
        THEN RAISE EXCEPTION ''doc.seq was not allocated from tenant_head''; END IF;
        RETURN NULL;
      END'`,
    `CREATE TRIGGER doc_guard_insert AFTER INSERT ON doc REFERENCING NEW TABLE AS newrows
      FOR EACH STATEMENT EXECUTE FUNCTION doc_guard()`,
    `CREATE TRIGGER doc_guard_update AFTER UPDATE ON doc REFERENCING NEW TABLE AS newrows
      FOR EACH STATEMENT EXECUTE FUNCTION doc_guard()`,
  ],
  [
    // Rotation that any process can repeat, what a proof must not repeat, and what an administrator wants to see.
    `ALTER TABLE device ADD COLUMN last_seen_ms bigint`,
    `ALTER TABLE device ADD COLUMN rotated_ms bigint NOT NULL DEFAULT 0`,
    `ALTER TABLE device ADD COLUMN salt text NOT NULL DEFAULT ''`,
    `ALTER TABLE device ADD COLUMN proofs text NOT NULL DEFAULT ''`,
    `ALTER TABLE device ADD COLUMN wipe boolean NOT NULL DEFAULT true`,
    // Whoever types a wrong code belongs to no company yet: the server's own, and kept for a minute.
    `CREATE TABLE code_failure (
      address text NOT NULL, at_ms bigint NOT NULL, id uuid NOT NULL,
      PRIMARY KEY (address, at_ms, id))`,
    `CREATE INDEX code_failure_age ON code_failure (at_ms)`,
  ],
  [
    // The same intention may come under another device and number: a copied profile, or one that had to enrol again.
    `CREATE INDEX mutation_id ON mutation (tenant_id, mutation_id)`,
  ],
  [
    // How far a feed had come on a day, by the database's own account: edit times are the devices'.
    `CREATE TABLE feed_mark (
      tenant_id uuid NOT NULL, day int NOT NULL, seq bigint NOT NULL, at_ms bigint NOT NULL,
      PRIMARY KEY (tenant_id, day))`,
    `CREATE INDEX doc_deleted ON doc (tenant_id, seq) WHERE deleted`,
  ],
  [
    // Snapshot files for first syncs. Their bytes are packed already.
    `CREATE TABLE snapshot (
      tenant_id uuid NOT NULL, bucket text NOT NULL, snapshot_id uuid NOT NULL,
      schema smallint NOT NULL, epoch uuid NOT NULL, seq bigint NOT NULL, made_ms bigint NOT NULL,
      docs int, bytes bigint, sha256 text, parts jsonb,
      PRIMARY KEY (tenant_id, snapshot_id))`,
    `CREATE TABLE snapshot_part (
      tenant_id uuid NOT NULL, snapshot_id uuid NOT NULL, n int NOT NULL, bytes bytea NOT NULL,
      PRIMARY KEY (tenant_id, snapshot_id, n))`,
    `ALTER TABLE snapshot_part ALTER COLUMN bytes SET STORAGE EXTERNAL`,
  ],
  [
    // The bytes of attachments, by their hash, in rows of a megabyte at most.
    `CREATE TABLE file_blob (
      tenant_id uuid NOT NULL, sha256 text NOT NULL, bytes bigint NOT NULL,
      received bigint NOT NULL DEFAULT 0, stored boolean NOT NULL DEFAULT false,
      until_ms bigint, made_ms bigint NOT NULL,
      PRIMARY KEY (tenant_id, sha256))`,
    `CREATE TABLE file_chunk (
      tenant_id uuid NOT NULL, sha256 text NOT NULL, starts bigint NOT NULL, ends bigint NOT NULL,
      bytes bytea NOT NULL, PRIMARY KEY (tenant_id, sha256, starts))`,
    `ALTER TABLE file_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL`,
  ],
  [
    // 8 = accounts: whose they are (CNV-4, DEL-3). Numbers for those that are made here; their letters are the ERP's to map.
    `CREATE INDEX doc_account ON doc (tenant_id, (data->>'contactId')) WHERE coll = 8`,
    `CREATE INDEX doc_account_person ON doc (tenant_id, (data->>'primaryContactId')) WHERE coll = 8`,
    `INSERT INTO number_series (tenant_id, series, prefix, digits, next, last)
      SELECT t.tenant_id, s.series, s.prefix, 6, 1, 999999 FROM tenant t CROSS JOIN (VALUES
        ('customers', 'C'), ('vendors', 'V'), ('banks', 'B'), ('employees', 'E')) AS s (series, prefix)
      ON CONFLICT DO NOTHING`,
  ],
  [
    // What is kept for a time only (`upkeep/`): groups up to `forgotten_d` have left the ledger.
    `ALTER TABLE device ADD COLUMN forgotten_d bigint NOT NULL DEFAULT 0`,
    `CREATE INDEX doc_history_age ON doc_history (tenant_id, at_ms)`,
    `ALTER TABLE file_blob ADD COLUMN unreferenced_ms bigint`,
    // Attachments of a contact, and who speaks of some bytes; 9 = files.
    `CREATE INDEX doc_files ON doc (tenant_id, (data->>'contactId')) WHERE coll = 9`,
    `CREATE INDEX doc_bytes ON doc (tenant_id, (data->>'sha256')) WHERE coll = 9 AND NOT deleted`,
    // Rates that hold over all processes. A crash may forget them: no log is written, no commit waits for the disk.
    `CREATE UNLOGGED TABLE request_rate (
      tenant_id uuid NOT NULL, device_id uuid NOT NULL, kind text NOT NULL,
      full_ms double precision NOT NULL,
      PRIMARY KEY (tenant_id, device_id, kind)) WITH (fillfactor = 50)`,
    `CREATE UNLOGGED TABLE request_done (
      tenant_id uuid NOT NULL, device_id uuid NOT NULL, at_ms bigint NOT NULL, id uuid NOT NULL,
      PRIMARY KEY (tenant_id, device_id, at_ms, id))`,
  ],
  [
    // Lines of the ERP that are too old for the devices; what these hold instead is summed from here (design 6.10).
    `CREATE TABLE purchase_line (
      tenant_id uuid NOT NULL, document text NOT NULL, line int NOT NULL,
      customer text NOT NULL, item text NOT NULL, data jsonb NOT NULL,
      PRIMARY KEY (tenant_id, document, line))`,
    `CREATE INDEX purchase_line_product ON purchase_line (tenant_id, customer, item)`,
  ],
  [
    // What was recorded with a contact or under a company (TYP-5, DEL-1, DEL-2); 2 = interactions.
    `CREATE INDEX doc_visits ON doc (tenant_id, (data->>'contactId')) WHERE coll = 2`,
    `CREATE INDEX doc_recorded ON doc (tenant_id, (data->>'companyId')) WHERE coll IN (2, 3, 4)`,
    // The marketing set-up, asked for at each push; 6 = settings.
    `CREATE INDEX doc_marketing ON doc (tenant_id) WHERE coll = 6 AND data->>'key' = 'marketing'`,
  ],
  [
    // What was deleted may come back, with its bytes: it speaks of them, too. 9 = files.
    `DROP INDEX doc_bytes`,
    `CREATE INDEX doc_bytes ON doc (tenant_id, (data->>'sha256')) WHERE coll = 9`,
    // Who is linked to which record of the ERP, and which customers have bought; 1 = contacts, 7 = purchases.
    `CREATE INDEX doc_link ON doc USING gin (jsonb_path_query_array(data, '$.relations.*.linkNo'))
      WHERE coll = 1 AND NOT deleted AND data ? 'relations'`,
    // Codes that were deleted are looked at with each push that may name one (OFF-10); 5 = codes.
    `CREATE INDEX doc_deleted_code ON doc (tenant_id) WHERE coll = 5 AND deleted`,
    `CREATE INDEX doc_customer ON doc (tenant_id, (data->>'customer')) WHERE coll = 7 AND NOT deleted`,
  ],
  [
    // What is said about a contact goes with it when it is absorbed (MRG-3); 10 = notes.
    `CREATE INDEX doc_notes ON doc (tenant_id, (data->>'contactId')) WHERE coll = 10 AND NOT deleted`,
  ],
  [
    // Where somebody who is absorbed was present besides (MRG-3); 2 = interactions, 3 = tasks.
    `CREATE INDEX doc_met ON doc USING gin ((data->'attendees'))
      WHERE coll IN (2, 3) AND NOT deleted AND data ? 'attendees'`,
  ],
  [
    // Whether a quote is another opportunity's already (OPP-10); 4 = opportunities.
    `CREATE INDEX doc_quote ON doc (tenant_id, (upper(btrim(data->>'quoteNo'))))
      WHERE coll = 4 AND NOT deleted AND data ? 'quoteNo'`,
  ],
  [
    // What was said about contacts that come back, among all that was ever deleted (DEL-3); 10 = notes.
    `CREATE INDEX doc_deleted_notes ON doc (tenant_id, (data->>'contactId')) WHERE coll = 10 AND deleted`,
  ],
  [
    // In one form with the devices, whatever the database's locale makes of letters (OPP-10); 4 = opportunities.
    `DROP INDEX doc_quote`,
    `CREATE INDEX doc_quote ON doc (tenant_id, (${QUOTE_KEY}))
      WHERE coll = 4 AND NOT deleted AND data ? 'quoteNo'`,
  ],
];
