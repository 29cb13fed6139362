import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { Id } from "../shared/entities/fields.ts";
import { Invitation } from "./auth/invitations.ts";
import { ImportCommand } from "./import/import-file.ts";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "./settings.ts";

/** Where everything is stored: the embedded engine in a folder, or a PostgreSQL that others may share. */
export type Place =
  | { readonly kind: "folder"; readonly data: string }
  | { readonly kind: "database"; readonly url: string };

export type Command =
  | {
      readonly kind: "serve";
      readonly port: number;
      readonly host: string;
      readonly place: Place;
      readonly demo: boolean;
      readonly behindProxy: boolean;
      readonly settings: Settings;
      readonly metricsToken: string | null;
    }
  | {
      readonly kind: "invite";
      readonly place: Place;
      readonly invitation: Invitation;
      readonly tenant?: string;
    }
  | {
      readonly kind: "devices";
      readonly place: Place;
      readonly tenant?: string;
    }
  | {
      readonly kind: "revoke";
      readonly place: Place;
      readonly device: string;
      readonly wipe: boolean;
      readonly tenant?: string;
    }
  | { readonly kind: "tenant"; readonly place: Place; readonly name: string }
  | { readonly kind: "dump"; readonly place: Place; readonly to: string }
  | { readonly kind: "restore"; readonly place: Place; readonly from: string }
  | { readonly kind: "restored"; readonly place: Place }
  | (ImportCommand & { readonly place: Place });

/** The command line cannot be meant like that; the message says what to write instead. */
export class UsageError extends Error {}

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** The command line and environment, once, refused loudly. */
export function readCommand(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Command {
  const placeOf = placeIn(env["DATABASE_URL"]);
  const [first, ...rest] = args;
  if (first === "invite") return inviteCommand(rest, placeOf);
  if (first === "devices") return devicesCommand(rest, placeOf);
  if (first === "revoke") return revokeCommand(rest, placeOf);
  if (first === "tenant") return tenantCommand(rest, placeOf);
  if (first === "dump") return dumpCommand(rest, placeOf);
  if (first === "restore") return restoreCommand(rest, placeOf);
  if (first === "restored") return restoredCommand(rest, placeOf);
  if (first === "import") return importCommand(rest, placeOf);
  return serveCommand(args, placeOf, env["METRICS_TOKEN"]);
}

/** `DATABASE_URL` wins over `--data`. Its text may hold a password and is never repeated. */
function placeIn(url: string | undefined): (data: unknown) => Place {
  if (url && !/^postgres(ql)?:\/\//.test(url))
    throw new UsageError(
      "DATABASE_URL must begin with postgres:// or postgresql://; unset it to store in the folder of --data.",
    );
  return (data) =>
    url
      ? { kind: "database", url }
      : { kind: "folder", data: resolve(String(data)) };
}

type PlaceOf = ReturnType<typeof placeIn>;

function serveCommand(
  args: readonly string[],
  placeOf: PlaceOf,
  metricsToken: string | undefined,
): Command {
  const values = options(args, {
    port: { type: "string", default: "8787" },
    host: { type: "string", default: "127.0.0.1" },
    data: { type: "string", default: "data" },
    demo: { type: "boolean", default: false },
    "behind-proxy": { type: "boolean", default: false },
    config: { type: "string" },
  });
  const port = Number(values["port"]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(
      "--port takes a number from 0 (any free one) to 65535",
    );
  const host = String(values["host"]);
  const behindProxy = values["behind-proxy"] === true;
  if (!LOOPBACK.has(host) && !behindProxy)
    throw new UsageError(
      `--host ${host} would speak plain http to the network. Put a proxy with https in front and say --behind-proxy.`,
    );
  return {
    kind: "serve",
    port,
    host,
    behindProxy,
    place: placeOf(values["data"]),
    demo: values["demo"] === true,
    settings: settingsIn(values["config"]),
    metricsToken: metricsToken || null,
  };
}

function settingsIn(file: unknown): Settings {
  if (typeof file !== "string") return DEFAULT_SETTINGS;
  try {
    return readSettings(file);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "--config");
  }
}

function inviteCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const values = options(args, {
    data: { type: "string", default: "data" },
    email: { type: "string" },
    name: { type: "string" },
    role: { type: "string" },
    salesperson: { type: "string" },
    tenant: { type: "string" },
  });
  const { data, tenant, ...person } = values;
  const invitation = Invitation.safeParse(person);
  if (!invitation.success) {
    const issue = invitation.error.issues[0];
    throw new UsageError(
      `--${issue?.path.join(".")}: ${issue?.message}. Usage: invite --data DIR --email E --name N --role salesperson|manager|marketing|admin [--salesperson CODE] [--tenant ID]`,
    );
  }
  return {
    kind: "invite",
    place: placeOf(data),
    invitation: invitation.data,
    ...tenantIn(tenant),
  };
}

function devicesCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const { data, tenant } = options(args, {
    data: { type: "string", default: "data" },
    tenant: { type: "string" },
  });
  return { kind: "devices", place: placeOf(data), ...tenantIn(tenant) };
}

function revokeCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const values = options(args, {
    data: { type: "string", default: "data" },
    device: { type: "string" },
    "keep-data": { type: "boolean", default: false },
    tenant: { type: "string" },
  });
  const device = Id.safeParse(values["device"]).data;
  if (device === undefined)
    throw new UsageError(
      "Usage: revoke --data DIR --device ID [--keep-data] [--tenant ID]. The command devices lists the ids.",
    );
  return {
    kind: "revoke",
    place: placeOf(values["data"]),
    device,
    wipe: values["keep-data"] !== true,
    ...tenantIn(values["tenant"]),
  };
}

const IMPORT_USAGE =
  "Usage: import accounts|purchases --data DIR [--tenant ID] [--kind customer|vendor|bank|employee] [--charset NAME] [--separator ';'|tab] [--map MEMBER=HEADING]… FILE";

/** An ERP's file: CSV, or one JSON object a line. */
function importCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const { values, positionals } = parsedArgs(args, {
    data: { type: "string", default: "data" },
    tenant: { type: "string" },
    kind: { type: "string" },
    charset: { type: "string" },
    separator: { type: "string" },
    map: { type: "string", multiple: true },
  });
  const [what, file, ...more] = positionals;
  const { data, kind, separator, charset } = values;
  const map = Object.fromEntries(
    ((values["map"] ?? []) as string[]).map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  const command = ImportCommand.safeParse({
    ...{ kind: "import", what, map, ...tenantIn(values["tenant"]) },
    ...(file === undefined ? {} : { file: resolve(file) }),
    ...(kind === undefined ? {} : { accountKind: kind }),
    ...(charset === undefined ? {} : { charset }),
    ...(separator === undefined
      ? {}
      : { separator: separator === "tab" ? "\t" : separator }),
  });
  if (!command.success || more.length > 0) throw new UsageError(IMPORT_USAGE);
  return { ...command.data, place: placeOf(data) };
}

function tenantIn(tenant: unknown): { readonly tenant?: string } {
  return typeof tenant === "string" ? { tenant } : {};
}

function tenantCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const { data, name } = options(args, {
    data: { type: "string", default: "data" },
    name: { type: "string" },
  });
  if (typeof name !== "string" || name.trim() === "" || name.length > 100)
    throw new UsageError("Usage: tenant --data DIR --name N");
  return { kind: "tenant", place: placeOf(data), name: name.trim() };
}

function dumpCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const { data, to } = options(args, {
    data: { type: "string", default: "data" },
    to: { type: "string" },
  });
  if (typeof to !== "string") throw new UsageError("Usage: dump --to FILE");
  return { kind: "dump", place: placeOf(data), to: resolve(to) };
}

function restoreCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const { data, from } = options(args, {
    data: { type: "string", default: "data" },
    from: { type: "string" },
  });
  if (typeof from !== "string")
    throw new UsageError("Usage: restore --from FILE");
  return { kind: "restore", place: placeOf(data), from: resolve(from) };
}

function restoredCommand(args: readonly string[], placeOf: PlaceOf): Command {
  const { data } = options(args, {
    data: { type: "string", default: "data" },
  });
  return { kind: "restored", place: placeOf(data) };
}

type Known = NonNullable<
  NonNullable<Parameters<typeof parseArgs>[0]>["options"]
>;

function options(
  args: readonly string[],
  known: Known,
): Record<string, unknown> {
  return parsedArgs(args, known, false).values;
}

function parsedArgs(
  args: readonly string[],
  known: Known,
  allowPositionals = true,
): {
  readonly values: Record<string, unknown>;
  readonly positionals: readonly string[];
} {
  try {
    const parsed = parseArgs({
      ...{ args: [...args], options: known, allowPositionals },
    });
    return { values: { ...parsed.values }, positionals: parsed.positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "unreadable");
  }
}
