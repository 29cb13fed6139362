import { createJournal } from "../../electron/os/journal/create-journal.ts";
import { epochIn, postNoted } from "../../electron/ipc/post-noted.ts";
import type { JournalRecord } from "../../electron/os/journal/journal-record.ts";
import type { Journal } from "../../electron/os/journal/journal.ts";
import {
  emptyMemory,
  remember,
} from "../../electron/os/journal/journal-state.ts";
import { createSerialQueue } from "../../renderer/local-store/serial-queue.ts";
import type { Input } from "../../shared/ipc/contract.ts";
import type { JournalEntry } from "../../shared/ipc/journal.ts";
import type { Connection, ServerAnswer } from "../../shared/ipc/server.ts";
import { packAnswer } from "../../shared/ipc/packed-answer.ts";
import type { SyncLog } from "../../shared/sync/status.ts";
import type { PushAnswer } from "../../shared/sync/protocol.ts";
import type { Network } from "./network.ts";
import type { SimDevice } from "./sim-device.ts";
import { accessOf } from "./sim-server.ts";
import { startUploads, type SimUploads } from "./sim-uploads.ts";
import { arranges, clockOf, type World } from "./world.ts";

/** What a window hears without asking. */
export interface WindowEvents {
  "server/hint": { readonly head: number };
  "server/connection": Connection;
}

/** The main process of one laptop: its journal, its line to the server, and as whom it is known there. */
export interface SimMain {
  readonly journal: Journal;
  connection(): NonNullable<Connection>;
  /** A request of the window. */
  answer(request: string, input: never): Promise<unknown>;
  /** A person connects again with a new code, by which the server knows this device as `deviceId`. */
  connect(deviceId: string): Promise<void>;
  /** Who hears `server/connection` now. */
  tell: <E extends keyof WindowEvents>(
    event: E,
    payload: WindowEvents[E],
  ) => void;
  /** A file was chosen; told when it is on the disk. */
  readonly uploads: SimUploads | null;
  /** The highest entry that an answer called processed: it is no longer unsent, though the journal may not know it yet. */
  heardUpTo: number;
}

/** The journal is read from the disk; nothing is written yet. */
export function startMain(
  world: World,
  network: Network,
  device: SimDevice,
): SimMain {
  const { disk, name } = device;
  const { schedule, random, trace, tenantId, facts } = world;
  const clock = { now: () => clockOf(world, device) };
  const memory = emptyMemory();
  for (const record of disk.journal) remember(memory, record);
  const journal = createJournal({
    ...{ memory, clock, random, tornBytes: 0 },
    log: {
      append: (records) =>
        schedule.park(name, "journal", `journal ${records.length}`, () => {
          disk.journal.push(...records);
          for (const record of records) note(record);
        }),
      close: async () => {},
    },
  });
  /** What a person can be held to have saved, now that it is on the disk. */
  function note(record: JournalRecord): void {
    const write = (entry: JournalEntry) => {
      trace.say(`${name} wrote ${entry.d} ${JSON.stringify(entry.ops)}`);
      const { userId } = device;
      const n = facts.written.size;
      facts.written.set(entry.m, { device: name, userId, n, entry });
      if (entry.aside) facts.aside.add(entry.m);
    };
    if (record.k === "entry") write(record.entry);
    if (record.k === "aside") for (const m of record.ms) facts.aside.add(m);
    if (record.k === "resumed")
      for (const { m, entry } of record.of) {
        // It is sent under another id; what was refused is dealt with.
        facts.aside.add(m);
        write(entry);
      }
  }

  /** As whom it speaks now; the disk may be ahead. */
  let deviceId = disk.deviceId;

  function connection(): NonNullable<Connection> {
    const { userId } = device;
    const user = { id: userId, name: "", email: "", role: "admin" as const };
    return { url: "http://simulation", tenantId, deviceId, user };
  }

  /** First who it is, then the journal, then the line: as the app does it, which may end between any two. */
  const inTurn = createSerialQueue();
  const take = (id: string) => inTurn.run(() => becomes(id));
  async function becomes(id: string): Promise<void> {
    await schedule.park(name, "identity", "write identity", () => {
      disk.deviceId = id;
    });
    await journal.startDevice({ deviceId: id, tenantId });
    deviceId = id;
    main.heardUpTo = 0;
    trace.say(`${name} is now ${id}`);
    main.tell("server/connection", connection());
    uploads?.queue.lineIsUp();
  }

  async function post(
    path: string,
    body: object,
    asker = deviceId,
  ): Promise<ServerAnswer> {
    if (!device.online) return { status: "unreachable", reason: "offline" };
    const access = accessOf(device.userId, deviceId);
    const request = { path, access, asker, body: JSON.stringify(body) };
    const answer = await network.ask(name, request);
    const secret = path === "/v1/devices" && answer.status === "ok";
    trace.say(`${name} hears ${secret ? "who it is" : JSON.stringify(answer)}`);
    return answer;
  }

  async function postOfWindow(
    path: string,
    body: object,
  ): Promise<ServerAnswer> {
    // Packing takes threads, which no random number decides about: page by page, then.
    if (path === "/v1/sync/snapshot")
      return { status: "refused", http: 404, code: "not_found", message: "" };
    const page = path === "/v1/sync/pull" ? { limit: world.swarm.page } : {};
    const asker = deviceId;
    const answer = arranges(world)
      ? await postNoted(
          {
            journal,
            link: {
              post: ({ path: p, body: b }) => post(p, b as object, asker),
            },
          },
          { path, body: { ...body, ...page } } as Input<"server/post">,
        )
      : await post(path, { ...body, ...page }, asker);
    const epoch = epochIn(answer);
    if (epoch !== null) uploads?.queue.heard(epoch);
    if (answer.status !== "ok" || asker !== deviceId) return answer;
    if (path === "/v1/sync/push") {
      const { upto } = answer.body as PushAnswer;
      main.heardUpTo = Math.max(main.heardUpTo, upto);
    }
    return answer;
  }

  async function renewIdentity(): Promise<ServerAnswer> {
    const answer = await post("/v1/devices", { deviceName: name });
    if (answer.status !== "ok") return answer;
    await take((answer.body as { deviceId: string }).deviceId);
    return { ...answer, body: {} };
  }

  const answers: Record<string, (input: never) => unknown> = {
    "journal/read": () => journal.read(),
    "journal/append": ({ label, ops }: Input<"journal/append">) =>
      journal.append(label, ops),
    "journal/append-again": (input: Input<"journal/append-again">) =>
      journal.appendAgain(input.hlc, input.ops, input.since),
    "journal/entries": async (input: Input<"journal/entries">) => ({
      entries: await journal.entries(input.after, input.limit, input.gapless),
    }),
    "journal/acknowledge": async (input: Input<"journal/acknowledge">) => {
      const { upto, refused, deviceId: as } = input;
      const counters = await journal.acknowledge(upto, refused, as);
      uploads?.queue.wake();
      return counters;
    },
    "journal/arrange": async (input: Input<"journal/arrange">) => {
      const arranged = await journal.arrange(input);
      uploads?.queue.wake();
      return arranged;
    },
    "files/add": ({ bytes }: Input<"files/add">) =>
      uploads?.add(new Uint8Array(bytes)),
    "numbers/take": async () => ({ no: await journal.takeNumber("contacts") }),
    "numbers/left": () => ({ left: journal.numbersLeft("contacts") }),
    "numbers/add-lease": async (input: Input<"numbers/add-lease">) => {
      const { lease, renewed } = input;
      facts.leases.push({ deviceId, lease });
      return { left: await journal.addLease(lease, renewed) };
    },
    "clock/offset": ({ offsetMs }: Input<"clock/offset">) =>
      journal.setClockOffset(offsetMs),
    "server/post": async ({ path, body }: Input<"server/post">) =>
      packAnswer(await postOfWindow(path, body as object)),
    "server/renew-identity": renewIdentity,
    "sync/write-log": (log: SyncLog) => {
      disk.log = log;
    },
  };

  const uploads = startUploads(world, network, device, {
    journal,
    deviceId: () => deviceId,
  });
  const main: SimMain = {
    ...{ journal, connection, heardUpTo: 0, connect: take, tell: () => {} },
    uploads,
    async answer(request, input) {
      const found = answers[request];
      if (!found) throw new Error(`No ${request} in the simulation`);
      return found(input);
    },
  };
  return main;
}
