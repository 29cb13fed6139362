import { createHash, randomUUID } from "node:crypto";
import {
  collectionNames,
  entityOf,
  isCollection,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import {
  anyText,
  documentOf,
  membersOf,
  oddValue,
  valueOf,
  type Dice,
} from "./fuzz-values.ts";

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | null;
}

/** A device of the attacked server, and what it knows to try. */
export interface Attacker {
  readonly deviceId: string;
  access: string;
  /** The number that the server expects of it next. */
  d: number;
  /** Ids of its own company's documents, and of the other company's, of everything. */
  readonly ids: readonly string[];
  readonly refresh: string;
}

/** In every text that is sent: must never be found in the server's log. */
export const MARK = "Mot-De-Passe-Du-Client";

const PATHS = [
  "/v1/sync/push",
  "/v1/sync/pull",
  "/v1/sync/digest",
  "/v1/sync/range",
  "/v1/sync/stream",
  "/v1/sync/snapshot",
  "/v1/leases",
  "/v1/enroll",
  "/v1/token",
  "/v1/devices",
  "/v1/admin/devices",
  "/v1/admin/invites",
  "/v1/admin/accounts",
  "/v1/admin/purchases",
  "/v1/history/contacts/",
  "/v1/files",
  "/v1/files/",
  "/healthz",
  "/metrics",
  "/",
];

/** One request: six of seven are nearly what a client sends, with something wrong in most; the others are anything. */
export function fuzzRequest(dice: Dice, who: Attacker): FuzzRequest {
  if (dice.next() < 0.15) return anything(dice, who);
  const kind = dice.next();
  if (kind < 0.27) return json(dice, who, "/v1/sync/push", push(dice, who));
  if (kind < 0.29) return snapshot(dice, who);
  if (kind < 0.33) return file(dice, who);
  if (kind < 0.6) return json(dice, who, "/v1/sync/pull", pull(dice));
  if (kind < 0.64)
    return json(dice, who, "/v1/sync/range", {
      ...{ proto: 1, schema: 1, collection: anyCollection(dice) },
      from: dice.pick(who.ids),
      ...(dice.next() < 0.3 ? { until: dice.pick(who.ids) } : {}),
    });
  if (kind < 0.7)
    return json(dice, who, "/v1/sync/digest", {
      collection: anyCollection(dice),
      ranges: dice.pick([1, 2, 64, 256, 1024]),
      ...(dice.next() < 0.3 ? { from: dice.pick(who.ids) } : {}),
      ...(dice.next() < 0.3 ? { until: dice.pick(who.ids) } : {}),
    });
  if (kind < 0.78) {
    const path = `/v1/history/${anyCollection(dice)}/${dice.pick(who.ids)}`;
    return { ...json(dice, who, path, null), method: "GET", body: null };
  }
  if (kind < 0.82)
    return json(dice, who, "/v1/leases", {
      series: dice.pick(["contacts", "tasks", "x"]),
      count: dice.below(60),
    });
  if (kind < 0.86)
    return json(dice, who, "/v1/enroll", {
      code: anyText(dice, 60),
      deviceName: MARK,
    });
  if (kind < 0.9)
    return json(dice, who, "/v1/token", {
      refresh: dice.next() < 0.5 ? who.refresh : anyText(dice, 80),
      deviceId: dice.pick(who.ids),
    });
  if (kind < 0.91) {
    const path = `/v1/admin/devices/${dice.pick(who.ids)}/revoke`;
    return json(dice, who, path, {});
  }
  if (kind < 0.93)
    return json(dice, who, "/v1/admin/invites", {
      email: `${MARK}@x.example`,
      name: MARK,
      role: dice.pick(["admin", "manager", "salesperson", "root"]),
    });
  if (kind < 0.98) {
    const lines = Array.from({ length: dice.below(4) }, () => erpLine(dice));
    const path = dice.pick(["/v1/admin/accounts", "/v1/admin/purchases"]);
    return { ...json(dice, who, path, null), body: lines.join("\n") };
  }
  return {
    ...json(dice, who, dice.pick(PATHS), null),
    method: "GET",
    body: null,
  };
}

/** An offer, or bytes of what was offered. */
function snapshot(dice: Dice, who: Attacker): FuzzRequest {
  const id = dice.pick(who.ids);
  if (dice.next() < 0.3) {
    const body = { proto: 1, schema: 1, ...(dice.next() < 0.5 && { id }) };
    return json(dice, who, "/v1/sync/snapshot", body);
  }
  return get(dice, who, `/v1/sync/snapshot/${id}`);
}

/** Small uploads, some of which become whole, and looks at them. */
function file(dice: Dice, who: Attacker): FuzzRequest {
  const bytes = Buffer.from(`${MARK} ${dice.below(200)}`);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = `/v1/files/${dice.next() < 0.9 ? sha256 : anyText(dice, 30).replace(/[^\w-]/g, "")}`;
  const kind = dice.next();
  if (kind < 0.3) return get(dice, who, path);
  const headers = {
    authorization: `Bearer ${who.access}`,
    "tus-resumable": dice.next() < 0.95 ? "1.0.0" : "0.2",
  };
  if (kind < 0.6)
    return {
      ...{ method: "POST", path: "/v1/files", body: null },
      headers: {
        ...headers,
        "upload-length": String(
          dice.pick([bytes.length, bytes.length, -1, 2 ** 40, 3]),
        ),
        "upload-metadata": `sha256 ${Buffer.from(sha256).toString("base64")}`,
      },
    };
  const wrong = dice.next() < 0.2;
  return {
    ...{ method: "PATCH", path },
    headers: {
      ...headers,
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(dice.pick([0, 0, 0, 3, bytes.length, "x"])),
      ...(dice.next() < 0.2 && { "upload-checksum": "sha256 AAAA" }),
    },
    body: wrong ? Buffer.from(anyText(dice, 400)) : bytes,
  };
}

function get(dice: Dice, who: Attacker, path: string): FuzzRequest {
  const headers: Record<string, string> = {
    authorization: `Bearer ${who.access}`,
  };
  if (dice.next() < 0.7)
    headers["range"] = dice.pick([
      "bytes=0-9",
      "bytes=-5",
      "bytes=5-",
      "bytes=99999999999-",
      "bytes=9-1",
      "bytes=0-1,3-4",
      "bytes=99999999999999999999-",
    ]);
  const method = dice.next() < 0.2 ? "HEAD" : "GET";
  return { method, path, headers, body: null };
}

function json(
  dice: Dice,
  who: Attacker,
  path: string,
  body: unknown,
): FuzzRequest {
  const twisted = dice.next() < 0.5 ? body : twist(dice, body);
  return {
    method: "POST",
    path,
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${token(dice, who)}`,
    },
    body: JSON.stringify(twisted) ?? "",
  };
}

function token(dice: Dice, who: Attacker): string {
  if (dice.next() < 0.97) return who.access;
  const at = dice.below(who.access.length);
  return who.access.slice(0, at) + anyWord(dice) + who.access.slice(at + 1);
}

function push(dice: Dice, who: Attacker) {
  const count = 1 + dice.below(3);
  const groups = Array.from({ length: count }, (_, n) => ({
    d: dice.next() < 0.95 ? who.d + n : dice.below(who.d + 5),
    m: dice.next() < 0.97 ? randomUUID() : dice.pick(who.ids),
    hlc: `${Date.now() - dice.below(100_000)}.${dice.below(9)}`,
    ops: Array.from({ length: 1 + dice.below(3) }, () => operation(dice, who)),
  }));
  return { proto: 1, schema: 1, device: who.deviceId, groups };
}

function operation(dice: Dice, who: Attacker): unknown {
  const c = anyCollection(dice);
  const id = dice.pick(who.ids);
  const target = {
    c,
    id,
    ...(dice.next() < 0.1
      ? { o: dice.pick(["typed", "inherited", "imported", "merged", "x"]) }
      : {}),
  };
  const k = dice.pick(["ins", "ins", "set", "set", "set", "add", "rem", "del"]);
  if (k === "del") return { ...target, k, rev: dice.below(9) };
  if (k === "ins")
    return {
      ...target,
      k,
      v: { ...documentOf(dice, c, id, who.ids), ...text(dice) },
    };
  if (k === "set") {
    const f = Array.from({ length: 1 + dice.below(3) }, () => {
      const [path, value] = field(dice, c, who);
      return [path, [value(), value()]];
    });
    return { ...target, k, f: Object.fromEntries(f) as unknown };
  }
  const sets = isCollection(c) ? entityOf(c).sets : [];
  const set = dice.pick([...sets, "mailingGroups", "name"]);
  const e = Array.from({ length: dice.below(4) }, () => `G${dice.below(20)}`);
  return { ...target, k, f: set, e };
}

/** A path within the collection's documents, also into its maps, and what could stand there. */
function field(
  dice: Dice,
  c: CollectionName,
  who: Attacker,
): [string, () => unknown] {
  const members = Object.entries(membersOf(c));
  if (members.length === 0) return [anyWord(dice), () => oddValue(dice)];
  const [name, shape] = dice.pick(members);
  const value = () =>
    dice.next() < 0.2 ? null : valueOf(dice, shape, name, who.ids);
  const inner = shape.additionalProperties;
  if (typeof inner !== "object" || dice.next() < 0.2) return [name, value];
  const item = `${name}/${dice.pick(who.ids)}`;
  const member = dice.pick([...Object.keys(inner.properties ?? {}), ""]);
  const part = inner.properties?.[member];
  return part === undefined
    ? [item, () => valueOf(dice, inner, "", who.ids)]
    : [`${item}/${member}`, () => valueOf(dice, part, member, who.ids)];
}

function text(dice: Dice): Record<string, string> {
  return dice.next() < 0.1 ? { comment: MARK } : {};
}

function pull(dice: Dice) {
  const cursors = Object.fromEntries(
    Array.from({ length: dice.below(4) }, () => [
      anyCollection(dice),
      dice.next() < 0.3 ? 0 : dice.below(100_000),
    ]),
  );
  const limit = dice.next() < 0.98 ? 1 + dice.below(20) : dice.below(3_000);
  return { proto: 1, schema: 1, epoch: null, cursors, limit };
}

function erpLine(dice: Dice): string {
  if (dice.next() < 0.2) return anyText(dice, 60);
  return JSON.stringify(
    twist(dice, {
      ...(dice.next() < 0.5
        ? { kind: "customer", no: `C${dice.below(30)}`, name: MARK }
        : {
            document: `D${dice.below(50)}`,
            line: dice.below(5),
            type: "invoice",
          }),
      ...{ customer: `C${dice.below(30)}`, item: "A", description: "B" },
      ...{ date: "2026-01-31", quantity: 1, amount: 12.5, currency: "CHF" },
    }),
  );
}

function anyCollection(dice: Dice): CollectionName {
  if (dice.next() < 0.03)
    return dice.pick([
      "__proto__",
      "constructor",
      "users",
      "",
    ]) as CollectionName;
  return dice.next() < 0.5 ? "contacts" : dice.pick(collectionNames);
}

/** One member, somewhere, becomes something else, vanishes, or gets company. */
function twist(dice: Dice, value: unknown): unknown {
  if (typeof value !== "object" || value === null || dice.next() < 0.15)
    return oddValue(dice);
  const keys = Object.keys(value);
  const key = keys.length > 0 ? dice.pick(keys) : "x";
  if (Array.isArray(value)) {
    const list = value as unknown[];
    return list.map((one, n) => (n === Number(key) ? twist(dice, one) : one));
  }
  const row = { ...(value as Record<string, unknown>) };
  const how = dice.next();
  if (how < 0.1) delete row[key];
  else if (how < 0.2) row[anyWord(dice)] = oddValue(dice);
  else row[key] = twist(dice, row[key]);
  return row;
}

const METHODS = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "PROPFIND",
];

/** Raw: any method, path, header and bytes. */
function anything(dice: Dice, who: Attacker): FuzzRequest {
  const method = dice.pick(METHODS);
  const length = dice.below(200);
  const bytes = new Uint8Array(length).map(() => dice.below(256));
  const path =
    dice.next() < 0.7
      ? dice.pick(PATHS) + (dice.next() < 0.2 ? encodeURI(anyWord(dice)) : "")
      : `/${encodeURIComponent(anyText(dice, 30).toWellFormed())}`;
  return {
    method,
    path: dice.next() < 0.1 ? `${path}?${anyWord(dice)}=%` : path,
    headers: {
      ...(dice.next() < 0.6
        ? { authorization: `Bearer ${token(dice, who)}` }
        : { authorization: anyWord(dice) }),
      ...(dice.next() < 0.3
        ? {
            "content-type": dice.pick([
              "text/plain",
              "*/*",
              "application/json",
            ]),
          }
        : {}),
      ...(dice.next() < 0.1
        ? { "content-encoding": dice.pick(["gzip", "br", "identity", "x"]) }
        : {}),
      ...(dice.next() < 0.1 ? { "x-forwarded-for": anyWord(dice) } : {}),
    },
    body: method === "GET" || method === "HEAD" ? null : bytes,
  };
}

/** Printable: fit for a header. */
function anyWord(dice: Dice): string {
  const length = 1 + dice.below(12);
  return Array.from({ length }, () =>
    String.fromCharCode(33 + dice.below(94)),
  ).join("");
}
