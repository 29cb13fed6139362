import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { until } from "./until.ts";

const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** A Debian with nothing on it, in a folder. Root only; needs `debootstrap`. */
export interface BareDebian {
  readonly folder: string;
  /** Runs a command line to its end; `user` by default is root. Answers what it printed; throws when it fails. */
  run(line: string, options?: RunOptions): string;
  /** Starts a command line in a process group of its own, which `remove` ends if nobody has. */
  start(line: string, options?: RunOptions): ChildProcess;
  /** Ends the processes whose root is this Debian and whose command line has `mark` in it, and waits for that. */
  end(mark: string): Promise<void>;
  remove(): void;
}

interface RunOptions {
  readonly user?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** `folder` must not exist. Where packages come from is what this machine's apt says. */
export function makeBareDebian(folder: string): BareDebian {
  must("debootstrap", [
    "--variant=minbase",
    "--include=ca-certificates",
    "bookworm",
    folder,
  ]);
  const sources = path.join(folder, "etc/apt/sources.list");
  if (existsSync("/etc/apt/sources.list.d/debian.sources")) rmSync(sources);
  for (const file of [
    "etc/apt/sources.list.d/debian.sources",
    "etc/apt/apt.conf.d",
    "etc/resolv.conf",
    "etc/hosts",
    "etc/ssl/certs/ca-certificates.crt",
  ])
    if (existsSync(`/${file}`))
      cpSync(`/${file}`, path.join(folder, file), {
        recursive: true,
        dereference: true,
      });
  for (const [type, what] of [
    ["proc", "proc"],
    ["tmpfs", "dev/shm"],
  ] as const) {
    mkdirSync(path.join(folder, what), { recursive: true });
    must("mount", ["-t", type, type, path.join(folder, what)]);
  }

  const argv = (line: string, { user = "root", env = {} }: RunOptions) => [
    `--userspec=${user}`,
    folder,
    ...["/usr/bin/env", "-i", `PATH=${PATH}`, "LANG=C.UTF-8"],
    `HOME=${user === "root" ? "/root" : `/home/${user}`}`,
    `USER=${user}`,
    ...Object.entries(env).map(([name, value]) => `${name}=${value}`),
    ...["/bin/sh", "-c", line],
  ];
  // A process of its own has the machine's /proc, and names there are everybody's: what counts is where its root is.
  const pidsWith = (mark: string) =>
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((pid) => {
        try {
          return (
            readlinkSync(`/proc/${pid}/root`) === folder &&
            readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark)
          );
        } catch {
          return false; // ended meanwhile
        }
      })
      .map(Number);
  const signal = (pids: readonly number[], name: NodeJS.Signals) => {
    for (const pid of pids)
      try {
        process.kill(pid, name);
      } catch {
        // ended meanwhile
      }
  };
  return {
    folder,
    async end(mark) {
      signal(pidsWith(mark), "SIGTERM");
      await until(
        async () => pidsWith(mark),
        (pids) => pids.length === 0,
        60_000,
      );
    },
    run: (line, options = {}) => must("chroot", argv(line, options)),
    start: (line, options = {}) =>
      spawn("chroot", argv(line, options), {
        detached: true,
        stdio: ["ignore", 2, 2],
      }),
    remove() {
      signal(pidsWith(""), "SIGKILL");
      for (const what of ["dev/shm", "proc"])
        must("umount", ["-l", path.join(folder, what)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function must(program: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  if (status === 0) return stdout;
  const said = `${stdout ?? ""}${stderr ?? ""}`.slice(-2000);
  throw new Error(`${program} ${args.join(" ")}: ${error?.message ?? said}`);
}
