import { spawn } from "node:child_process";
import { once } from "node:events";
import { root } from "./node.mjs";

const GRACE_MS = 10_000;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/** Starts a program in the repository; its stdout is ours unless told otherwise. */
export function start(program, args, { env, stdout = "inherit" } = {}) {
  const child = spawn(program, args, {
    cwd: root,
    env,
    stdio: ["ignore", stdout, "inherit"],
  });
  const abandon = () => child.kill();
  process.once("exit", abandon);
  // Kept as a promise: the exit may come before anybody waits for it.
  child.ended = new Promise((resolve) => {
    child.once("exit", () => process.off("exit", abandon));
    child.once("error", (error) => {
      process.stderr.write(`${program}: ${error.message}\n`);
      resolve(127);
    });
    child.once("exit", (code, signal) =>
      resolve(code ?? 128 + (signal === "SIGKILL" ? 9 : 15)),
    );
  });
  return child;
}

/** Asks a program to end, and insists after ten seconds. */
export async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
  await child.ended;
  clearTimeout(insist);
}

/** Hands the signals that we get to a program, and waits for its end. */
export async function untilEnded(child) {
  const forward = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, forward);
  try {
    return await child.ended;
  } finally {
    for (const signal of SIGNALS) process.off(signal, forward);
  }
}

/** The first line a program writes to stdout, or undefined if it ends without one. */
export async function firstLine(child) {
  let read = "";
  child.stdout.setEncoding("utf8");
  const ended = once(child, "exit").then(() => undefined);
  const line = new Promise((resolve) => {
    child.stdout.on("data", (chunk) => {
      read += chunk;
      const end = read.indexOf("\n");
      if (end >= 0) resolve(read.slice(0, end));
    });
  });
  return Promise.race([line, ended]);
}
