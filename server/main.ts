import { Console } from "node:console";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runAdminCommand, type AdminCommand } from "./admin/admin-command.ts";
import { askRunningServer, listenForAdmin } from "./admin/admin-socket.ts";
import { inviteFirstAdmin } from "./auth/invitations.ts";
import { readCommand, UsageError, type Command } from "./config.ts";
import { fillDemo } from "./demo/fill-demo.ts";
import type { Log, ServerDeps } from "./deps.ts";
import { listen } from "./listen.ts";
import { DEFAULTS, openServer } from "./open-server.ts";
import { DataDirBusyError, lockDataDir } from "./storage/data-dir-lock.ts";
import { openPglite } from "./storage/pglite-sql.ts";
import type { Sql } from "./storage/sql.ts";

// Standard output carries only the lines of the contract, whatever a library prints.
globalThis.console = new Console(process.stderr, process.stderr);

const GRACE_MS = 5_000;
const clock = { now: () => Date.now() };

const log: Log = (event, facts = {}) => {
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`,
  );
};

try {
  await run(readCommand(process.argv.slice(2), process.env));
} catch (error) {
  const expected =
    error instanceof UsageError || error instanceof DataDirBusyError;
  process.stderr.write(
    `${expected ? error.message : String((error as Error).stack)}\n`,
  );
  process.exit(1);
}

async function run(command: Command): Promise<void> {
  if (command.kind === "serve") return serve(command);
  const { data, ...asked } = command;
  const answer =
    (await askRunningServer(socketOf(data), asked)) ??
    (await runOnFolder(data, asked));
  if (!answer.ok) throw new UsageError(answer.message);
  say(answer.line);
}

async function serve(
  command: Extract<Command, { kind: "serve" }>,
): Promise<void> {
  const { sql, deps, release } = await open(command.data, command.behindProxy);
  const [tenant] = await deps.identities.tenants();
  if (!tenant) throw new Error("A fresh database has one tenant");
  if (command.demo) await fillDemo(deps, tenant);
  const admin = await listenForAdmin(socketOf(command.data), (asked) =>
    runAdminCommand(deps, asked),
  );
  const http = await listen(deps, command);
  say({ listening: http.url, engine: "pglite" });
  if (!(await deps.identities.hasAdminDevice(tenant.tenantId)))
    say({ adminEnrollment: await inviteFirstAdmin(deps, tenant) });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    log("stopping");
    admin.close();
    await http.close(GRACE_MS);
    await sql.close();
    release();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.on(signal, () => void stop());
}

async function runOnFolder(data: string, command: AdminCommand) {
  const { sql, deps, release } = await open(data, false);
  try {
    return await runAdminCommand(deps, command);
  } finally {
    await sql.close();
    release();
  }
}

async function open(
  data: string,
  behindProxy: boolean,
): Promise<{ sql: Sql; deps: ServerDeps; release: () => void }> {
  const { release } = lockDataDir(data);
  try {
    const sql = await openPglite(join(data, "pglite"));
    const options = {
      ...DEFAULTS,
      clock,
      log,
      version: version(),
      behindProxy,
    };
    return { sql, deps: await openServer(sql, options), release };
  } catch (error) {
    release();
    throw error;
  }
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

function say(line: Readonly<Record<string, string>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function version(): string {
  const file = new URL("../package.json", import.meta.url);
  const parsed = JSON.parse(readFileSync(file, "utf8")) as { version: string };
  return parsed.version;
}
