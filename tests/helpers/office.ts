import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Role } from "../../shared/sync/protocol.ts";
import { openCarnet, type Carnet } from "./carnet-app.ts";
import { beginWithEmptyDatabase } from "./empty-database.ts";
import { startServerProcess, type ServerProcess } from "./server-process.ts";

/** An office with its server and the laptops of its people, in a folder that goes away with it. */
export interface Office {
  readonly folder: string;
  url(): string;
  profile(name: string): string;
  startServer(): Promise<void>;
  stopServer(): Promise<void>;
  invite(name: string, role?: Role, salesperson?: string): Promise<string>;
  /** Opens somebody's laptop; the first time with an enrolment code when `connect` is set. */
  laptop(name: string, options?: LaptopOptions): Promise<Carnet>;
  close(): Promise<void>;
}

export interface LaptopOptions {
  readonly connect?: boolean;
  /** Code of the person who signs in. */
  readonly salesperson?: string;
  readonly role?: Role;
  /** Instead of the server's own address: a proxy. */
  readonly through?: string;
  readonly args?: readonly string[];
  readonly lang?: string;
  /** Main file of another build than dist/. */
  readonly mainFile?: string;
  /** The readable copy is gone, and the person lets it come back. */
  readonly bringBack?: boolean;
}

export async function openOffice(
  options: { demo?: boolean } = {},
): Promise<Office> {
  const folder = await mkdtemp(path.join(tmpdir(), "carnet-office-"));
  const data = path.join(folder, "server");
  const open = new Set<Carnet>();
  let server: ServerProcess | null = null;
  let port = 0;

  const office: Office = {
    folder,
    url: () => `http://127.0.0.1:${port}`,
    profile: (name) => path.join(folder, name),
    async startServer() {
      const demo = options.demo ? ["--demo"] : [];
      server = startServerProcess("--port", `${port}`, "--data", data, ...demo);
      const { listening } = await server.next();
      port = Number(new URL(listening ?? "").port);
    },
    async stopServer() {
      await server?.end("SIGTERM");
      server = null;
    },
    async invite(name, role = "salesperson", salesperson) {
      const email = `${name.toLowerCase()}@carnet.example`;
      const who = ["--email", email, "--name", name, "--role", role];
      if (salesperson !== undefined) who.push("--salesperson", salesperson);
      const { enrollment } = await startServerProcess(
        "invite",
        "--data",
        data,
        ...who,
      ).next();
      if (!enrollment) throw new Error("No enrolment code.");
      return enrollment;
    },
    async laptop(name, how = {}) {
      const url = how.through ?? office.url();
      const carnet = await openCarnet({
        profile: office.profile(name),
        ...(how.connect
          ? {
              server: {
                url,
                code: await office.invite(name, how.role, how.salesperson),
              },
            }
          : {}),
        ...(how.args ? { args: how.args } : {}),
        ...(how.lang ? { lang: how.lang } : {}),
        ...(how.mainFile ? { mainFile: how.mainFile } : {}),
        ...(how.bringBack ? { bringBack: true } : {}),
      });
      open.add(carnet);
      const forget = () => open.delete(carnet);
      return {
        ...carnet,
        kill: () => carnet.kill().finally(forget),
        close: () => carnet.close().finally(forget),
      };
    },
    async close() {
      for (const carnet of open) await carnet.close().catch(() => {});
      await office.stopServer();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await beginWithEmptyDatabase(data);
  await office.startServer();
  return office;
}
