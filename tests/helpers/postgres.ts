import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";

import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";

export interface Postgres {
  /** Of the superuser, with a password. */
  readonly url: string;
  readonly pid: number;
  /** Goes away with the server; anything may be put there. */
  readonly folder: string;
  stop(): Promise<void>;
}

const VERSIONS = "/usr/lib/postgresql";

/**
 * `$1` the program, `$2` the folder. Its input is a pipe from the test process: when that process is gone, however it
 * went, the pipe ends, and with it the server and the folder.
 */
const GUARD = `cd /; "$1" -D "$2/data" & pid=$!; echo $pid; cat >&2; kill -INT $pid; wait $pid; rm -rf "$2"`;

/**
 * A real PostgreSQL on a free loopback port, in a temporary folder: nothing of it outlives this process. Started by
 * root it runs as the user `postgres`, because it refuses to run as root.
 *
 * It would not survive a power cut (`fsync=off`); what writers and readers see of each other is the same.
 *
 * @throws where PostgreSQL is not installed: tests fail then, and are never skipped
 */
export async function startPostgres(): Promise<Postgres> {
  for (let tries = 1; ; tries++) {
    try {
      return await startOnFreePort();
    } catch (error) {
      // Somebody else may have taken the port between the look and the start.
      const taken = String(error).includes("could not create any TCP/IP");
      if (!taken || tries === 5) throw error;
    }
  }
}

async function startOnFreePort(): Promise<Postgres> {
  const bin = binaries();
  const owner = ownerOf();
  const folder = mkdtempSync(path.join(tmpdir(), "carnet-postgres-"));
  const password = randomBytes(12).toString("hex");
  const port = await freePort();
  const guard = makeCluster({ bin, owner, folder, password, port });
  const ended = once(guard, "exit");
  let said = "";
  guard.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const [pid] = (await once(guard.stdout, "data")) as [Buffer];
  const postgres = {
    url: `postgres://carnet:${password}@127.0.0.1:${port}/postgres`,
    pid: Number(pid.toString()),
    folder,
    async stop() {
      guard.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    await untilItAnswers(postgres.url, ended);
    return postgres;
  } catch (error) {
    await postgres.stop();
    throw new Error(`PostgreSQL did not start: ${said}`, { cause: error });
  }
}

/**
 * An empty database in a running server.
 *
 * @param how more of the statement, such as `ENCODING 'LATIN1'`
 * @returns its URL
 */
export async function createDatabase(
  serverUrl: string,
  how = "",
): Promise<string> {
  const name = `t_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name} ${how}`);
  } finally {
    await client.end();
  }
  const url = new URL(serverUrl);
  url.pathname = name;
  return url.href;
}

interface Cluster {
  readonly bin: string;
  readonly owner: Owner | null;
  readonly folder: string;
  readonly password: string;
  readonly port: number;
}

function makeCluster({ bin, owner, folder, password, port }: Cluster) {
  const as = owner ?? {};
  const data = path.join(folder, "data");
  const secret = path.join(folder, "password");
  writeFileSync(secret, password, { mode: 0o600 });
  if (owner)
    for (const made of [folder, secret]) chownSync(made, owner.uid, owner.gid);
  execFileSync(
    path.join(bin, "initdb"),
    [
      ...["--pgdata", data, "--username=carnet", `--pwfile=${secret}`],
      ...["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"],
    ],
    { ...as, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    fsync: "off",
    log_min_messages: "fatal",
  };
  writeFileSync(
    path.join(data, "postgresql.auto.conf"),
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(""),
  );
  return spawn(
    "sh",
    ["-c", GUARD, "guard", path.join(bin, "postgres"), folder],
    // In a group of its own: Ctrl-C in the terminal ends the tests, and only then the server.
    { ...as, detached: true, stdio: ["pipe", "pipe", "pipe"] },
  );
}

async function untilItAnswers(
  url: string,
  ended: Promise<unknown>,
): Promise<void> {
  let gone = false;
  void ended.then(() => (gone = true));
  for (const until = Date.now() + 30_000; ;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (gone || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Debian keeps the programs out of PATH, one folder for each version; the newest serves. */
function binaries(): string {
  const installed = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const found = [
    ...installed
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => path.join(VERSIONS, version, "bin")),
    ...(process.env["PATH"] ?? "").split(path.delimiter),
  ].find((bin) => existsSync(path.join(bin, "initdb")));
  if (found === undefined)
    throw new Error(
      "These tests need PostgreSQL. Install it, then start again: sudo apt-get install --no-install-recommends postgresql",
    );
  return found;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Null: as we are. */
function ownerOf(): Owner | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  if (line === undefined)
    throw new Error(
      "PostgreSQL does not run as root, and there is no user postgres that it could run as.",
    );
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}
