import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

export interface ServerProcess {
  readonly child: ChildProcess;
  /** Lines of standard output so far, parsed. */
  readonly lines: Record<string, string>[];
  /** Standard error so far. */
  errors(): string;
  /** The next line of standard output; fails when the process ends first. */
  next(): Promise<Record<string, string>>;
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
  /** Exit code of a process that ends by itself. */
  exit(): Promise<number | null>;
}

/** The program itself, as `npm run server` starts it. */
export function startServerProcess(...args: readonly string[]): ServerProcess {
  return startServerOn("", ...args);
}

/** The same with this `DATABASE_URL`. */
export function startServerOn(
  databaseUrl: string,
  ...args: readonly string[]
): ServerProcess {
  const child = spawn(process.execPath, [main, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  let errors = "";
  child.stderr.setEncoding("utf8");
  child.stderr.on("data", (text: string) => {
    errors += text;
  });
  const lines: Record<string, string>[] = [];
  const waiting: ((line: Record<string, string>) => void)[] = [];
  let taken = 0;
  createInterface({ input: child.stdout }).on("line", (text) => {
    const line = JSON.parse(text) as Record<string, string>;
    lines.push(line);
    waiting.shift()?.(line);
  });
  const exited = once(child, "exit").then(([code]) => code as number | null);
  return {
    child,
    lines,
    errors: () => errors,
    next() {
      const line = lines[taken++];
      if (line) return Promise.resolve(line);
      const coming = new Promise<Record<string, string>>((resolve) => {
        waiting.push(resolve);
      });
      const gone = exited.then((code) => {
        throw new Error(`The server ended with ${code}: ${errors}`);
      });
      return Promise.race([coming, gone]);
    },
    async end(signal) {
      child.kill(signal);
      return exited;
    },
    exit: () => exited,
  };
}
