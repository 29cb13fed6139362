import { valuesAt } from "../../../shared/domain/code-uses.ts";
import { quoteKey } from "../../../shared/domain/quote.ts";
import type { Purchase } from "../../../shared/entities/purchase.ts";
import type {
  SavedDocument,
  TenantWriter,
} from "../../../server/storage/sync-storage.ts";
import type { StoredDocument } from "../../../shared/sync/stored-document.ts";
import {
  asStored,
  sqlError,
  type KeptHistory,
  type TenantTables,
} from "./memory-database.ts";
import type { Pause } from "./memory-sync-storage.ts";

interface Transaction {
  readonly writer: TenantWriter;
  commit(): void;
}

/** One tenant inside its transaction: what it writes is seen by itself at once and by others after `commit`. */
export function createMemoryTenantWriter(
  tables: TenantTables,
  pause: Pause,
): Transaction {
  const startSeq = tables.seq;
  let saved: readonly SavedDocument[] = [];
  const writes: (() => void)[] = [];
  const later = (write: () => void) => void writes.push(write);

  async function documentsThat(
    fits: (document: SavedDocument) => boolean,
  ): Promise<SavedDocument[]> {
    await pause("read");
    const now = new Map(tables.docs);
    for (const document of saved) now.set(nameOf(document), document);
    return [...now.values()].filter(fits);
  }

  const writer: TenantWriter = {
    epoch: tables.epoch,
    startSeq,
    async documents(keys) {
      const names = new Set(keys.map(({ c, id }) => `${c}/${id}`));
      return documentsThat((document) => names.has(nameOf(document)));
    },
    collection: (name) =>
      documentsThat(({ doc, bucket }) => doc.c === name && bucket === "all"),
    deletedCodes: () =>
      documentsThat(({ doc }) => doc.c === "codes" && doc.deleted),
    names: async (c, place, text) =>
      (
        await documentsThat(
          ({ doc }) =>
            doc.c === c &&
            !doc.deleted &&
            valuesAt(doc.v, place.split("/")).includes(text),
        )
      ).length > 0,
    marketing: () =>
      documentsThat(
        ({ doc }) =>
          doc.c === "settings" && !doc.deleted && doc.v["key"] === "marketing",
      ),
    peopleOf: (companyIds) =>
      documentsThat(
        ({ doc }) =>
          doc.c === "contacts" &&
          !doc.deleted &&
          companyIds.some((id) => id === doc.v["companyId"]),
      ),
    deletedPeopleOf: (companyId) =>
      documentsThat(
        ({ doc }) =>
          doc.c === "contacts" &&
          doc.deleted &&
          doc.v["companyId"] === companyId,
      ),
    workOf: (contactId) =>
      documentsThat(
        ({ doc }) =>
          (doc.c === "tasks" || doc.c === "opportunities") &&
          !doc.deleted &&
          [doc.v["contactId"], doc.v["companyId"]].includes(contactId),
      ),
    visitsOf: (contactId) =>
      documentsThat(
        ({ doc }) =>
          doc.c === "interactions" &&
          !doc.deleted &&
          [doc.v["contactId"], doc.v["companyId"]].includes(contactId),
      ),
    quotedAs: (quoteNo) =>
      documentsThat(
        ({ doc }) =>
          doc.c === "opportunities" &&
          !doc.deleted &&
          quoteKey((doc.v["quoteNo"] ?? "") as string) === quoteKey(quoteNo),
      ),
    attendedBy: (contactId) =>
      documentsThat(
        ({ doc }) =>
          (doc.c === "interactions" || doc.c === "tasks") &&
          !doc.deleted &&
          ((doc.v["attendees"] ?? []) as string[]).includes(contactId),
      ),
    accountsOf: (contactId) =>
      documentsThat(
        ({ doc }) =>
          doc.c === "accounts" &&
          !doc.deleted &&
          [doc.v["contactId"], doc.v["primaryContactId"]].includes(contactId),
      ),
    notesOf: (ids) =>
      documentsThat(
        ({ doc }) => doc.c === "notes" && !doc.deleted && hangsOn(doc, ids),
      ),
    deletedNotesOf: (ids) =>
      documentsThat(
        ({ doc }) => doc.c === "notes" && doc.deleted && hangsOn(doc, ids),
      ),
    filesOf: (ids) =>
      documentsThat(({ doc }) => doc.c === "files" && hangsOn(doc, ids)),
    naming: (ids) =>
      documentsThat(({ doc: { c, v } }) => {
        const isOne = (id: unknown) => ids.some((one) => one === id);
        const text = JSON.stringify(v);
        return (
          [v["contactId"], v["companyId"], v["mergedInto"]].some(isOne) ||
          (c === "accounts" && isOne(v["primaryContactId"])) ||
          (c === "notes" && ids.some((id) => text.includes(id))) ||
          ids.some((id) =>
            JSON.stringify([v["attendees"], v["links"]]).includes(id),
          )
        );
      }),
    notesAbout: (ids) =>
      documentsThat(
        ({ doc: { c, v } }) =>
          c === "notes" && ids.some((id) => id === v["docId"]),
      ),
    async companyTraces(ids) {
      const names = new Set<unknown>();
      const people = new Set<string>();
      for (const { doc } of await documentsThat(({ doc: { id } }) =>
        ids.includes(id),
      ))
        names.add(doc.v["name"]);
      for (const { key, path, from, to } of tables.history)
        if (key.c === "contacts" && path === "name" && ids.includes(key.id))
          names.add(from).add(to);
        else if (
          path === "companyId" &&
          [from, to].some((one) => isOf(ids, one))
        )
          people.add(key.id);
      const notes = await documentsThat(
        ({ doc: { c, v } }) =>
          c === "notes" &&
          (v["field"] === "companyId" || v["field"] === "companyName") &&
          people.has(String(v["docId"])),
      );
      return {
        names: [...names].filter((one) => typeof one === "string"),
        notes,
      };
    },
    async forget({ documents, places, companyNames, hashes }) {
      await pause("forget");
      later(() => {
        const erased = new Set(documents.map(({ c, id }) => `${c}/${id}`));
        const scrubbed = new Set(
          places.flatMap(({ c, id, heads }) =>
            heads.map((head) => `${c}/${id}/${head}`),
          ),
        );
        const people = new Set(
          tables.history.flatMap(({ key, path, from, to }) =>
            path === "companyId" &&
            [from, to].some((one) => erased.has(`contacts/${String(one)}`))
              ? [key.id]
              : [],
          ),
        );
        tables.history = tables.history.filter(
          ({ key: { c, id }, path, from, to }) =>
            !erased.has(`${c}/${id}`) &&
            !scrubbed.has(`${c}/${id}/${path.split("/")[0]}`) &&
            !(
              path === "companyName" &&
              people.has(id) &&
              companyNames.some((name) => name === from || name === to)
            ),
        );
        const spoken = new Set(
          [...tables.docs.values()].map(({ doc }) => doc.v["sha256"]),
        );
        for (const hash of hashes)
          if (!spoken.has(hash)) tables.files.delete(hash);
      });
    },
    async archivedPurchases(which) {
      await pause("read");
      return [...tables.archive.values()].filter((held) =>
        "lines" in which
          ? which.lines.some((one) => lineKey(one) === lineKey(held))
          : which.pairs.some(
              ({ customer, item }) =>
                customer === held.customer && item === held.item,
            ),
      );
    },
    archivePurchases: async (lines) =>
      later(() => {
        for (const line of lines) tables.archive.set(lineKey(line), line);
      }),
    unarchivePurchases: async (lines) =>
      later(() => {
        for (const line of lines) tables.archive.delete(lineKey(line));
      }),
    purchasesBefore: async (day, limit) =>
      (
        await documentsThat(
          ({ doc }) =>
            doc.c === "purchases" &&
            !doc.deleted &&
            doc.v["type"] !== "total" &&
            String(doc.v["date"]) < day,
        )
      ).slice(0, limit),
    async linkedContacts(nos) {
      if (nos.length === 0) return new Map();
      const contacts = await documentsThat(
        ({ doc }) => doc.c === "contacts" && !doc.deleted,
      );
      const links = contacts.flatMap(({ doc }) =>
        Object.values(
          (doc.v["relations"] ?? {}) as Record<
            string,
            { linkKind?: string; linkNo?: string } | null
          >,
        ).map((row) => [row?.linkKind, row?.linkNo, doc.id] as const),
      );
      return new Map(
        links
          .filter(([, no]) => no !== undefined && nos.includes(no))
          .map(([kind, no, id]) => [`${kind}/${no}`, id]),
      );
    },
    async customersAmong(nos) {
      const bought = await documentsThat(
        ({ doc }) => doc.c === "purchases" && !doc.deleted,
      );
      const customers = new Set(bought.map(({ doc }) => doc.v["customer"]));
      return new Set(nos.filter((no) => customers.has(no)));
    },
    async changesSince(key, atMs) {
      await pause("read");
      return tables.history.filter(
        (row) =>
          row.key.c === key.c &&
          row.key.id === key.id &&
          row.atMs >= atMs &&
          row.outcome === "set" &&
          row.path !== "",
      );
    },
    async userNames(userIds) {
      await pause("user names");
      return new Map(
        userIds.flatMap((id) => {
          const user = tables.users.get(id);
          return user ? [[id, user.name]] : [];
        }),
      );
    },
    async lastD(deviceId) {
      await pause("last d");
      return tables.devices.get(deviceId)?.lastD ?? 0;
    },
    // Nothing is old enough to be forgotten here.
    forgottenD: async () => 0,
    async ledger(deviceId, ds) {
      if (ds.length === 0) return [];
      await pause("ledger");
      return ds.flatMap((d) => tables.ledger.get(`${deviceId}/${d}`) ?? []);
    },
    async processedElsewhere(deviceId, mutationIds) {
      if (mutationIds.length === 0) return [];
      await pause("ledger");
      const user = tables.devices.get(deviceId)?.userId;
      return [...tables.ledger].flatMap(([key, entry]) => {
        const sender = key.split("/")[0] ?? "";
        const same = tables.devices.get(sender)?.userId === user;
        const known = mutationIds.some((m) => m === entry.mutationId);
        return sender !== deviceId && same && known ? [entry] : [];
      });
    },
    async series(name) {
      return tables.series.get(name) ?? null;
    },
    async leasesAround(series, ns) {
      return tables.leases.filter(
        (lease) =>
          lease.series === series &&
          ns.some((n) => lease.lo <= n && n <= lease.hi),
      );
    },
    async leaseOf(series, deviceId) {
      return (
        tables.leases
          .filter(
            (lease) => lease.series === series && lease.deviceId === deviceId,
          )
          .toSorted((a, b) => b.lo - a.lo)[0] ?? null
      );
    },
    async taken(series, nos, from, to) {
      return [...tables.taken.entries()].flatMap(([key, taken]) => {
        if (!key.startsWith(`${series}/`)) return [];
        const { no, n } = taken;
        const inRange = n !== null && n >= from && n <= to;
        return inRange || nos.includes(no) ? [taken] : [];
      });
    },
    async save(documents) {
      if (documents.length === 0) return [];
      await pause("save");
      saved = documents.map((document, i) => {
        const row = { ...asStored(document), seq: startSeq + i + 1 };
        const old = tables.docs.get(nameOf(row));
        if (old && row.seq <= old.seq)
          throw new Error("doc changed without a new seq");
        return row;
      });
      if (new Set(saved.map(nameOf)).size < saved.length)
        throw sqlError("21000");
      later(() => {
        for (const row of saved) tables.docs.set(nameOf(row), row);
        tables.seq = startSeq + saved.length;
      });
      return saved.map((row, i) => ({ ...documents[i]!, seq: row.seq }));
    },
    async appendHistory(deviceId, rows, seqOf, atMs) {
      if (rows.length === 0) return;
      const kept: KeptHistory[] = rows.map((row, n) => ({
        ...asStored(row),
        ...{ seq: seqOf(row.key), deviceId, n, atMs },
      }));
      later(() => {
        tables.history = [...tables.history, ...kept];
      });
    },
    async appendLedger(deviceId, rows, lastD, atMs) {
      if (rows.length === 0) return;
      await pause("ledger");
      for (const { d } of rows)
        if (tables.ledger.has(`${deviceId}/${d}`)) throw sqlError("23505");
      later(() => {
        for (const row of rows)
          tables.ledger.set(`${deviceId}/${row.d}`, { ...row, deviceId, atMs });
        const device = tables.devices.get(deviceId);
        if (device) tables.devices.set(deviceId, { ...device, lastD });
      });
    },
    async takeNumbers(series, next, numbers) {
      for (const { no } of numbers)
        if (tables.taken.has(`${series}/${no}`)) throw sqlError("23505");
      later(() => {
        setNext(series, next);
        for (const taken of numbers)
          tables.taken.set(`${series}/${taken.no}`, taken);
      });
    },
    async addLease(series, lease, next) {
      later(() => {
        setNext(series, next);
        tables.leases = [...tables.leases, { ...lease, series }];
      });
    },
  };
  function setNext(series: string, next: number): void {
    const state = tables.series.get(series);
    if (state) tables.series.set(series, { ...state, next });
  }
  return {
    writer,
    commit() {
      for (const write of writes) write();
    },
  };
}

function nameOf({ doc }: Pick<SavedDocument, "doc">): string {
  return `${doc.c}/${doc.id}`;
}

function lineKey({ document, line }: Purchase): string {
  return JSON.stringify([document, line]);
}

function isOf(ids: readonly string[], value: unknown): boolean {
  return ids.some((id) => id === value);
}

function hangsOn({ v }: StoredDocument, contactIds: readonly string[]) {
  return contactIds.some((id) => id === v["contactId"]);
}
