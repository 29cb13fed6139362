import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Asks it to drain and end; resolves with its exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** The real server as its own process, on loopback, with its data in `data`. */
export async function startServer(options: {
  readonly data: string;
  readonly port?: number;
  readonly demo?: boolean;
}): Promise<ServerProcess> {
  const args = ["--port", String(options.port ?? 0), "--data", options.data];
  const child = spawn(
    process.execPath,
    ["server/main.ts", ...args, ...(options.demo ? ["--demo"] : [])],
    { cwd: root, stdio: ["ignore", "pipe", "inherit"] },
  );
  const exited = once(child, "exit");
  const url = await firstAddress(child);
  return {
    url,
    port: Number(new URL(url).port),
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const [code] = (await exited) as [number | null];
      return code;
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

async function firstAddress(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("The server has no standard output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const { listening } = JSON.parse(line) as { listening?: string };
    if (listening) return listening;
  }
  throw new Error("The server ended before it listened.");
}

/** An enrolment code, as the command line gives it; works while a server runs on `data`. */
export async function inviteTo(
  data: string,
  who: {
    readonly name: string;
    readonly role?: string;
    readonly salesperson?: string;
  },
): Promise<string> {
  const args = [
    "invite",
    "--data",
    data,
    "--name",
    who.name,
    "--role",
    who.role ?? "salesperson",
  ];
  args.push(
    "--email",
    `${who.name.toLowerCase().replace(/\W+/g, ".")}@carnet.example`,
  );
  if (who.salesperson) args.push("--salesperson", who.salesperson);
  const child = spawn(process.execPath, ["server/main.ts", ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const part of child.stdout) text += String(part);
  return (JSON.parse(text) as { enrollment: string }).enrollment;
}
