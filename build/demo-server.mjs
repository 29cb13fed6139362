// The server that `npm start` shows the app with: the demo company, on loopback, in a folder of its own.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { end, firstLine, start } from "./children.mjs";
import { nodePath, root, toolEnvironment } from "./node.mjs";
import { say, Stop } from "./say.mjs";

const main = path.join(root, "server/main.ts");

/** Starts the server on `data`; with `portFile` at the port of last time, which the app's profile remembers. */
export async function startDemoServer({ data, portFile }) {
  const port = portFile === undefined ? 0 : await rememberedPort(portFile);
  const child = start(
    nodePath(),
    [main, "--port", String(port), "--data", data, "--demo"],
    {
      env: toolEnvironment(),
      stdout: "pipe",
    },
  );
  const line = await firstLine(child);
  const url = parsed(line)?.listening;
  if (typeof url !== "string") {
    await end(child);
    throw new Stop(
      `The server did not start${line === undefined ? "; the reason is above." : `: ${line}`}`,
    );
  }
  child.stdout.resume(); // what else it prints (the admin's code) is not for here
  // The first port stays the one to try: it is what the profile has signed in to.
  if (portFile !== undefined && !existsSync(portFile)) {
    writeFileSync(portFile, new URL(url).port);
  }
  return { url, child, stop: () => end(child) };
}

/** A code that signs a new device in as the demo salesperson. Needs the server running on `data`, or not at all. */
export async function inviteDemoSalesperson(data) {
  const person = [
    "--email",
    "chantal.rochat@carnet.example",
    "--name",
    "Chantal Rochat",
  ];
  const child = start(
    nodePath(),
    [
      main,
      "invite",
      "--data",
      data,
      ...person,
      "--role",
      "salesperson",
      "--salesperson",
      "CRO",
    ],
    { env: toolEnvironment(), stdout: "pipe" },
  );
  const line = await firstLine(child);
  await child.ended;
  const code = parsed(line)?.enrollment;
  if (typeof code !== "string")
    throw new Stop(`The server gave no enrolment code: ${line ?? "(nothing)"}`);
  return code;
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function rememberedPort(file) {
  if (!existsSync(file)) return 0;
  const port = Number.parseInt(readFileSync(file, "utf8"), 10) || 0;
  if (port === 0 || (await isFree(port))) return port;
  say(`port ${port} is taken: a profile that is signed in there stays offline`);
  return 0;
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
