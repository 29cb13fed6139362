import { Console } from "node:console";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runAdminCommand, type AdminCommand } from "./admin/admin-command.ts";
import { askRunningServer, listenForAdmin } from "./admin/admin-socket.ts";
import { inviteFirstAdmin } from "./auth/invitations.ts";
import { readCommand, UsageError, type Command, type Place } from "./config.ts";
import { fillDemo } from "./demo/fill-demo.ts";
import { DumpError } from "./dump/dump-format.ts";
import { restoreFolder, restoreInto } from "./dump/restore-dump.ts";
import type { Log, ServerDeps } from "./deps.ts";
import { listen } from "./listen.ts";
import { DEFAULTS, openServer, type ServerOptions } from "./open-server.ts";
import { DataDirBusyError, lockDataDir } from "./storage/data-dir-lock.ts";
import { openPglite } from "./storage/pglite-sql.ts";
import { openPostgres } from "./storage/pg-sql.ts";
import type { Tenant } from "./storage/identity-storage.ts";
import { DatabaseUnavailableError, type Sql } from "./storage/sql.ts";
import { startUpkeep } from "./upkeep/start-upkeep.ts";

// Standard output carries only the lines of the contract, whatever a library prints.
globalThis.console = new Console(process.stderr, process.stderr);

/** What is under way may finish; whoever stops us (systemd, a container) waits longer than this. */
const GRACE_MS = 20_000;
const clock = { now: () => Date.now() };

const log: Log = (event, facts = {}) => {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`,
  );
};

try {
  await run(readCommand(process.argv.slice(2), process.env));
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
}

/** One line where the reader can do something about it; otherwise all that helps to find the fault. */
function reasonOf(error: unknown): string {
  if (error instanceof DatabaseUnavailableError)
    return `The database of DATABASE_URL cannot be used: ${error.message}`;
  if (error instanceof DumpError)
    return `The dump cannot be restored: ${error.message}`;
  if (error instanceof UsageError || error instanceof DataDirBusyError)
    return error.message;
  return String((error as Error).stack);
}

async function run(command: Command): Promise<void> {
  if (command.kind === "serve") return serve(command);
  if (command.kind === "restore") return restore(command);
  const { place, ...asked } = command;
  const answer =
    (await askWhoeverHolds(place, asked)) ?? (await runOn(place, asked));
  if (!answer.ok) throw new UsageError(answer.message);
  say(answer.line);
}

async function serve(
  command: Extract<Command, { kind: "serve" }>,
): Promise<void> {
  const { place, behindProxy, metricsToken, settings } = command;
  const { limits, snapshotFrom } = settings;
  const { sql, deps, engine, release } = await open(place, {
    ...{ behindProxy, metricsToken, limits, snapshotFrom },
  });
  const [tenant] = await deps.identities.tenants();
  if (!tenant) throw new Error("A fresh database has one tenant");
  if (command.demo) await fillDemo(deps, tenant);
  const admin =
    place.kind === "folder" &&
    (await listenForAdmin(socketOf(place.data), (asked) =>
      runAdminCommand({ ...deps, sql }, asked),
    ));
  const http = await listen(deps, command);
  const dumps = place.kind === "folder" ? join(place.data, "dumps") : null;
  const upkeep = startUpkeep(sql, deps, settings, dumps);
  let stopping = false;
  let told = Promise.resolve();
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log("stopping");
    if (admin) admin.close();
    await http.close(GRACE_MS);
    await told;
    await upkeep.stop();
    await deps.snapshots.stop();
    await sql.close();
    release();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => void stop());

  // Last: whoever has read this line may end us, and gets a proper end.
  say({ listening: http.url, engine });
  told = tellFirstAdmin(deps, tenant);
  await told;
}

async function tellFirstAdmin(deps: ServerDeps, tenant: Tenant): Promise<void> {
  if (await deps.identities.hasAdminDevice(tenant.tenantId)) return;
  say({ adminEnrollment: await inviteFirstAdmin(deps, tenant) });
}

/** Into a folder that nobody works in, or into a database that has no company yet. */
async function restore({
  place,
  from,
}: Extract<Command, { kind: "restore" }>): Promise<void> {
  if (place.kind === "folder") {
    const { release } = lockDataDir(place.data);
    try {
      say({
        restored: from,
        ...(await restoreFolder(place.data, from, clock.now())),
      });
    } finally {
      release();
    }
    return;
  }
  const sql = await openPostgres(place.url);
  try {
    say({ restored: from, rows: await restoreInto(sql, from) });
  } finally {
    await sql.close();
  }
}

/** A folder is one process's alone; a database takes any number, so nobody needs to be asked. */
async function askWhoeverHolds(place: Place, command: AdminCommand) {
  return place.kind === "folder"
    ? askRunningServer(socketOf(place.data), command)
    : null;
}

async function runOn(place: Place, command: AdminCommand) {
  const { sql, deps, release } = await open(place);
  try {
    return await runAdminCommand({ ...deps, sql }, command);
  } finally {
    await sql.close();
    release();
  }
}

interface Opened {
  readonly sql: Sql;
  readonly deps: ServerDeps;
  readonly engine: "pglite" | "postgres";
  readonly release: () => void;
}

type Settled = Partial<
  Pick<
    ServerOptions,
    "behindProxy" | "limits" | "metricsToken" | "snapshotFrom"
  >
>;

async function open(place: Place, settled: Settled = {}): Promise<Opened> {
  if (place.kind === "database") {
    const sql = await openPostgres(place.url, (reason) =>
      log("database connection lost", { reason }),
    );
    const deps = await openDeps(sql, settled);
    return { sql, deps, engine: "postgres", release: () => {} };
  }
  const { release } = lockDataDir(place.data);
  try {
    const sql = await openPglite(join(place.data, "pglite"));
    const deps = await openDeps(sql, settled);
    return { sql, deps, engine: "pglite", release };
  } catch (error) {
    release();
    throw error;
  }
}

function openDeps(sql: Sql, settled: Settled): Promise<ServerDeps> {
  return openServer(sql, {
    ...DEFAULTS,
    ...settled,
    clock,
    log,
    version: version(),
  });
}

/** A path of a socket may have 107 characters; from inside the folder its name is enough. */
function socketOf(data: string): string {
  const path = join(data, "admin.sock");
  if (Buffer.byteLength(path) < 100) return path;
  try {
    process.chdir(data);
  } catch {
    // The folder is not there yet: nobody listens in it either.
  }
  return "admin.sock";
}

function say(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function version(): string {
  const file = new URL("../package.json", import.meta.url);
  const parsed = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return parsed.version;
}
