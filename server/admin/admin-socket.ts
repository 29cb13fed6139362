import { once } from "node:events";
import { chmodSync, rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { AdminCommand, type AdminAnswer } from "./admin-command.ts";

const MAX_COMMAND = 10_000;
/** Every device of a company of 50,000 people. */
const MAX_ANSWER = 50_000_000;

/**
 * Takes commands from the same machine: one JSON line in, one out. Whoever may open the file may invite an
 * administrator, so only the server's own account may (mode 0600, in a folder of mode 0700).
 *
 * The caller holds the lock of the data folder: a socket file that is there was left by a killed server.
 */
export async function listenForAdmin(
  path: string,
  run: (command: AdminCommand) => Promise<AdminAnswer>,
): Promise<Server> {
  rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => socket.destroy());
    readLine(socket, MAX_COMMAND)
      .then((line) => answer(line, run))
      .then((reply) => socket.end(`${JSON.stringify(reply)}\n`))
      .catch(() => socket.destroy());
  });
  const mask = process.umask(0o177);
  try {
    server.listen(path);
    await once(server, "listening");
  } finally {
    process.umask(mask);
  }
  chmodSync(path, 0o600);
  return server;
}

/** The running server's answer, or null when none listens there. */
export async function askRunningServer(
  path: string,
  command: AdminCommand,
): Promise<AdminAnswer | null> {
  const socket = connect(path);
  try {
    await once(socket, "connect");
  } catch {
    return null;
  }
  socket.end(`${JSON.stringify(command)}\n`);
  return JSON.parse(await readLine(socket, MAX_ANSWER)) as AdminAnswer;
}

async function answer(
  line: string,
  run: (command: AdminCommand) => Promise<AdminAnswer>,
): Promise<AdminAnswer> {
  const command = AdminCommand.safeParse(JSON.parse(line));
  if (!command.success) return { ok: false, message: "Unreadable command" };
  return run(command.data);
}

/** Leaves the socket open for the answer. */
function readLine(socket: Socket, max: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const fail = () =>
      reject(new Error("The other side said nothing readable"));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      if (chunk.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
      else if (text.length > max) fail();
    });
    socket.on("end", fail);
    socket.on("error", fail);
  });
}
