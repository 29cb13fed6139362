import { describe, expect, test } from "vitest";
import { serve } from "../../electron/ipc/serve.ts";
import {
  requests,
  type Handlers,
  type Input,
  type RequestName,
} from "../../shared/ipc/contract.ts";
import type { Reply } from "../../shared/ipc/reply.ts";

/*
 * Every request of the contract: one that is well formed, several that are not, and one from a stranger. A request that
 * is added to the contract does not compile here until it has its examples.
 */

const ID = "0190c0de-0000-7000-8000-000000000001";
const PART = { from: 0, to: 9, docs: 1, sha256: "0".repeat(64) };
const insert = {
  c: "contacts",
  id: ID,
  k: "ins" as const,
  v: { id: ID, type: "company", name: "Bühler AG" },
};

type Examples = {
  readonly [N in RequestName]: {
    readonly good: Input<N>;
    readonly bad: readonly unknown[];
  };
};

const EXAMPLES: Examples = {
  "app/info": { good: undefined, bad: [{ path: "/etc/passwd" }, null] },
  "app/shown": { good: undefined, bad: [{}] },
  "window/may-close": { good: undefined, bad: [{ now: true }] },
  "app/diagnostics": { good: undefined, bad: [{ file: "/etc/passwd" }] },
  "updates/check": {
    good: undefined,
    bad: [{ address: "https://elsewhere.example/" }, null],
  },
  "updates/install": {
    good: { copy: "made" },
    bad: [undefined, { copy: "made", file: "/tmp/carnet.deb" }, { copy: "no" }],
  },
  "app/open-logs": { good: undefined, bad: [{ folder: "/" }] },
  "settings/read": { good: undefined, bad: ["all"] },
  "settings/write": {
    good: { theme: "dark", syncEveryMinutes: 0 },
    bad: [
      { language: "xx" },
      { syncEveryMinutes: 61 },
      { more: 1 },
      "dark",
      { systemKey: "A" },
    ],
  },
  "system-key/state": { good: undefined, bad: [{ key: "A" }, "on"] },
  "vault/open": { good: undefined, bad: [{ passphrase: "correct horse" }] },
  "vault/unlock": {
    good: { passphrase: "correct horse" },
    bad: [{ passphrase: "short" }, {}, null, { passphrase: ["a"] }],
  },
  "vault/recover": {
    good: { code: "ABCDE-FGHJK", passphrase: "correct horse" },
    bad: [
      { code: "ABCDE" },
      { code: "A".repeat(101), passphrase: "correct horse" },
      { code: "ABCDE", passphrase: "short" },
    ],
  },
  "vault/lock": { good: undefined, bad: [{ now: true }] },
  "vault/protect": {
    good: { passphrase: null, present: "correct horse" },
    bad: [{ passphrase: "short", present: null }, { passphrase: null }, null],
  },
  "vault/new-recovery": { good: undefined, bad: [{}] },
  "vault/keep-recovery": { good: { typed: "WXYZ" }, bad: [{}, { typed: 1 }] },
  "vault/start-afresh": { good: undefined, bad: [{ wipe: false }] },
  "notebook/state": { good: undefined, bad: [{}] },
  "notebook/export-unsent": { good: undefined, bad: [{ file: "/etc/x" }] },
  "store/set-aside": { good: undefined, bad: [{ folder: "/" }] },
  "store/known": { good: undefined, bad: [{}] },
  "store/mark": { good: { mark: ID }, bad: [{ mark: "x" }, {}, undefined] },
  "drafts/keep": {
    good: { id: ID, draft: { form: "visit" } },
    bad: [{ id: "../x", draft: null }, { id: ID }, { draft: null }],
  },
  "backup/begin": {
    good: { name: "carnet.carnetbackup", passphrase: "correct horse" },
    bad: [
      { name: "", passphrase: "correct horse" },
      { name: "a", passphrase: "short" },
      { name: "a", passphrase: "correct horse", path: "/etc" },
      null,
    ],
  },
  "backup/add": {
    good: { collection: "contacts", documents: 1, text: "{}\n" },
    bad: [
      { collection: "passwords", documents: 1, text: "{}" },
      { collection: "contacts", documents: 0, text: "" },
      { collection: "contacts", documents: 1, text: ["{}"] },
    ],
  },
  "backup/add-file": {
    good: { sha256: "0".repeat(64) },
    bad: [{ sha256: "../../etc/passwd" }, {}, { path: "/etc/passwd" }],
  },
  "backup/finish": { good: undefined, bad: [{}] },
  "backup/cancel": { good: undefined, bad: [{}] },
  "backup/choose": { good: undefined, bad: [{ path: "/etc/passwd" }] },
  "backup/open": {
    good: { key: ID, passphrase: "correct horse" },
    bad: [{ key: "/etc/passwd", passphrase: "correct horse" }, { key: ID }],
  },
  "backup/read": {
    good: { entry: 0 },
    bad: [{ entry: -1 }, { entry: "manifest.json" }, {}],
  },
  "backup/take-file": { good: { entry: 0 }, bad: [{ entry: 0.5 }, null] },
  "backup/close": { good: undefined, bad: [{}] },
  "erasures/read": { good: undefined, bad: [{ all: true }] },
  "erasures/note": {
    good: {
      ...{ held: true, keys: [`contacts/${ID}`], contacts: [ID] },
      ...{ needles: ["Elena"], blind: [], hashes: ["0".repeat(64)] },
    },
    bad: [
      {},
      {
        held: true,
        keys: [],
        contacts: ["../x"],
        needles: [],
        blind: [],
        hashes: [],
      },
      {
        held: true,
        keys: [],
        contacts: [],
        needles: [],
        blind: [],
        hashes: ["x"],
      },
    ],
  },
  "erasures/rebuild": { good: undefined, bad: [{ now: true }] },
  "erasures/search": { good: undefined, bad: [{ needles: ["x"] }] },
  "erasures/report": {
    good: { searched: 3, mentions: 0, leftovers: 0 },
    bad: [{ searched: 3 }, { searched: "3", mentions: 0, leftovers: 0 }],
  },
  "drafts/kept": { good: undefined, bad: [{ id: ID }] },
  "snapshots/begin": { good: undefined, bad: [{ name: "x" }] },
  "snapshots/add": {
    good: { token: 1, text: "{}" },
    bad: [{ text: "{}" }, { token: 1, text: 1 }],
  },
  "snapshots/finish": { good: { token: 1 }, bad: [{}, { token: "1" }] },
  "snapshots/read": {
    good: { name: "x.snapshot", piece: 0 },
    bad: [{ name: "x" }, { name: "x", piece: -1 }],
  },
  "journal/read": { good: undefined, bad: [1] },
  "journal/size": { good: undefined, bad: [{}] },
  "journal/append": {
    good: { label: "contact.created", ops: [insert] },
    bad: [
      undefined,
      { label: "x", ops: [] },
      { label: "x", ops: Array.from({ length: 51 }, () => insert) },
      { label: "x", ops: [{ ...insert, id: "1" }] },
      { label: "x", ops: [{ ...insert, k: "drop" }] },
      { label: "x", ops: [{ ...insert, more: 1 }] },
      { label: "x".repeat(61), ops: [insert] },
      { label: "x", ops: [insert], d: 7 },
    ],
  },
  "journal/append-again": {
    good: { hlc: "1790000000000.0", ops: [insert], since: 0 },
    bad: [
      { hlc: "yesterday", ops: [insert], since: 0 },
      { hlc: "1.0", ops: [], since: 0 },
      { hlc: "1.0", ops: [insert] },
      { hlc: "1.0", ops: [insert], since: 0, label: "x" },
    ],
  },
  "journal/entries": {
    good: { after: 0, limit: 200, gapless: true },
    bad: [
      { after: -1, limit: 200, gapless: true },
      { after: 0, limit: 0, gapless: true },
      { after: 0, limit: 1001, gapless: true },
      { after: 0, limit: 200 },
    ],
  },
  "journal/acknowledge": {
    good: {
      deviceId: "d1",
      upto: 3,
      refused: [{ d: 2, s: "rejected", code: "forbidden" }],
    },
    bad: [
      { deviceId: "d1", upto: -1, refused: [] },
      { deviceId: "d1", upto: 1.5, refused: [] },
      { deviceId: "d1", upto: 1 },
      { upto: 1, refused: [] },
    ],
  },
  "sync/read-log": { good: undefined, bad: [{}] },
  "sync/write-log": {
    good: {
      ...{ lastSuccess: 1, comparedAt: null, doubted: false },
      runs: [{ at: 1, ok: true, sent: 0, received: 2, ms: 10 }],
    },
    bad: [
      undefined,
      { lastSuccess: 1, comparedAt: null, doubted: false },
      { lastSuccess: "1", comparedAt: null, doubted: false, runs: [] },
    ],
  },
  "journal/arrange": {
    good: { do: "hold", ms: ["0190c0de-0000-7000-8000-000000000001"] },
    bad: [
      { do: "hold", ms: [] },
      { do: "hold", ms: [1] },
      { do: "erase", ms: ["0190c0de-0000-7000-8000-000000000001"] },
      { do: "resend", m: "0190c0de-0000-7000-8000-000000000001", ops: [] },
    ],
  },
  "journal/note-merged": {
    good: {
      items: [
        {
          ...{ c: "contacts", id: "0190c0de-0000-7000-8000-000000000001" },
          ...{ path: "phone", before: null, after: "1", seq: 3, at: 1 },
        },
      ],
    },
    bad: [{ items: [] }, { items: [{ path: "phone" }] }],
  },
  "numbers/take": { good: { series: "contacts" }, bad: [{}, { series: 1 }] },
  "numbers/left": { good: { series: "contacts" }, bad: [{}, null] },
  "numbers/add-lease": {
    good: {
      lease: { series: "contacts", lo: 1, hi: 50, format: "CT{000000}" },
      renewed: false,
    },
    bad: [
      { series: "contacts", lo: 1, hi: 50, format: "" },
      {
        lease: { series: "contacts", lo: "1", hi: 50, format: "" },
        renewed: false,
      },
      {},
    ],
  },
  "server/connection": { good: undefined, bad: [{}] },
  "server/connect": {
    good: { url: "https://crm.example.test", code: "C", deviceName: "laptop" },
    bad: [
      { url: "https://crm.example.test", code: "C", deviceName: "" },
      { url: "x".repeat(501), code: "C", deviceName: "laptop" },
      { url: "https://crm.example.test" },
    ],
  },
  "server/disconnect": { good: undefined, bad: [true] },
  "server/post": {
    good: { path: "/v1/sync/pull", body: {} },
    bad: [
      { path: "/v1/admin/invites", body: {} },
      { path: "https://elsewhere.test/", body: {} },
      { path: "/v1/sync/../token", body: {} },
    ],
  },
  "server/snapshot-part": {
    good: { id: ID, part: PART },
    bad: [
      { id: "../pull", part: PART },
      { id: ID, part: { ...PART, from: 20 } },
      { id: ID, part: { ...PART, to: 2 ** 40 } },
      { id: ID, part: { ...PART, sha256: "" } },
      { id: ID },
    ],
  },
  "devices/list": {
    good: { everyone: true },
    bad: [undefined, {}, { everyone: "all" }, { everyone: true, tenant: ID }],
  },
  "devices/revoke": {
    good: { id: ID, wipe: true },
    bad: [{ id: ID }, { id: "../invites", wipe: true }, { wipe: true }],
  },
  "server/renew-identity": { good: undefined, bad: [{ deviceName: "x" }] },
  "server/history": {
    good: { c: "contacts", id: ID },
    bad: [{ c: "contacts", id: "../token" }, { c: "x".repeat(41), id: ID }, {}],
  },
  "clock/offset": {
    good: { offsetMs: -1200 },
    bad: [{ offsetMs: Number.NaN }, { offsetMs: Infinity }, {}],
  },
  "files/add": {
    good: { bytes: new Uint8Array(3) },
    bad: [{ bytes: "abc" }, { bytes: new Uint8Array(26_214_401) }, {}],
  },
  "files/read": {
    good: { sha256: "0a".repeat(32), bytes: 3 },
    bad: [
      { sha256: "0A".repeat(32), bytes: 3 },
      { sha256: "../device.sealed", bytes: 3 },
      { sha256: "0a".repeat(32), bytes: 26_214_401 },
      { sha256: "0a".repeat(32) },
      {},
    ],
  },
  "files/save": {
    good: { sha256: "0a".repeat(32), bytes: 3, name: "plan.pdf" },
    bad: [
      { sha256: "0a".repeat(32), bytes: 3, name: "" },
      { sha256: "0a".repeat(32), bytes: -1, name: "plan.pdf" },
      { sha256: "../vault", bytes: 3, name: "plan.pdf" },
    ],
  },
  "files/standing": {
    good: { hashes: ["0a".repeat(32)] },
    bad: [{ hashes: ["x"] }, { hashes: Array(501).fill("0a".repeat(32)) }, {}],
  },
  "files/refused": { good: undefined, bad: [{}] },
  "files/waiting": { good: undefined, bad: [{}] },
  "file/save": {
    good: { name: "carnet.xlsx", content: new Uint8Array([80, 75]) },
    bad: [{ name: "", content: "" }, { name: "a" }, { name: "a", content: 1 }],
  },
  "menu/name-undo": {
    good: { undo: "Card edited (Luc Pasquier)", redo: null },
    bad: [{ undo: "Card edited" }, { undo: "x".repeat(301), redo: null }],
  },
  "drag/start": {
    good: { name: "Luc", card: "BEGIN:VCARD\r\nEND:VCARD\r\n" },
    bad: [
      { name: "Luc", card: "#!/bin/sh" },
      { name: "a".repeat(121), card: "BEGIN:VCARD" },
      { name: "Luc", card: "BEGIN:VCARD", path: "/etc" },
      { path: "/etc/passwd" },
    ],
  },
  "reminders/plan": {
    good: { reminders: [{ id: ID, at: 1, title: "Rappeler", body: "" }] },
    bad: [
      { reminders: [{ id: "../x", at: 1, title: "", body: "" }] },
      { reminders: [{ id: ID, at: 1, title: "", body: "", icon: "/etc" }] },
      { reminders: Array(51).fill({ id: ID, at: 1, title: "", body: "" }) },
      {},
    ],
  },
  "page/save-pdf": {
    good: { name: "contacts.pdf" },
    bad: [{ name: "" }, {}, { name: "a".repeat(201) }],
  },
  "page/print": { good: undefined, bad: [{ silent: true }] },
  "shell/open": {
    good: { url: "https://example.test" },
    bad: [{ url: "x".repeat(2001) }, {}, "https://example.test"],
  },
  "link/take": { good: undefined, bad: [{ path: "/etc/passwd" }, 1] },
  "link/read": {
    good: { key: ID, from: 0 },
    bad: [
      { key: "/etc/passwd", from: 0 },
      { key: ID, from: -1 },
      { key: ID, from: 0, path: "/etc/passwd" },
    ],
  },
};

type Answer = (event: string, input: unknown) => Promise<Reply>;

function served() {
  const reached: unknown[] = [];
  const channels = new Map<string, Answer>();
  const noting = Object.fromEntries(
    Object.keys(requests).map((name) => [
      name,
      async (input: unknown) => {
        reached.push(input);
        return undefined;
      },
    ]),
  ) as unknown as Handlers;
  serve<string>({
    ipc: { handle: (channel, answer) => channels.set(channel, answer) },
    handlers: noting,
    isTrusted: (event) => event === "our page",
    onFailure: () => undefined,
  });
  const ask = (name: RequestName, input: unknown, from = "our page") =>
    channels.get(name)!(from, input);
  return { ask, reached };
}

for (const name of Object.keys(EXAMPLES) as RequestName[])
  describe(name, () => {
    const { good, bad } = EXAMPLES[name];

    test("reaches its handler when it is well formed", async () => {
      const { ask, reached } = served();
      await ask(name, good);
      expect(reached).toEqual([good]);
    });

    test("is refused as data when it is malformed, before any handler", async () => {
      const { ask, reached } = served();
      for (const input of bad)
        expect(await ask(name, input)).toMatchObject({
          ok: false,
          kind: "bad-input",
        });
      expect(reached).toEqual([]);
    });

    test("is refused when a stranger asks", async () => {
      const { ask, reached } = served();
      expect(await ask(name, good, "a stranger")).toMatchObject({
        ok: false,
        kind: "untrusted",
      });
      expect(reached).toEqual([]);
    });
  });
