// Every npm script comes through here: `node build/run.mjs COMMAND [arguments]`.
import process from "node:process";
import { Stop } from "./say.mjs";

const COMMANDS = [
  "start",
  "test",
  "dev",
  "check",
  "rules",
  "sim",
  "soak",
  "bench",
  "server",
  "dist",
  "release",
  "format",
];

// A signal that nobody hands on ends us; exit handlers then end what we started.
for (const [signal, number] of [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
]) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(128 + number);
  });
}

const [command, ...args] = process.argv.slice(2);
try {
  if (!COMMANDS.includes(command))
    throw new Stop(`usage: node build/run.mjs ${COMMANDS.join("|")}`, 2);
  const { run } = await import(`./commands/${command}.mjs`);
  process.exitCode = await run(args);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
