import { SERIES_OF_NEW_TENANT } from "../../server/push/number-books.ts";
import type { Op } from "../../shared/sync/protocol.ts";
import { backupOf, type TenantTables } from "./memory/memory-database.ts";
import { forgetDeletions } from "./memory/memory-sync-storage.ts";
import { createMemoryIdentityStorage } from "./memory/memory-identity-storage.ts";
import {
  copyOf,
  createModelDisk,
  doubt,
  forgetCheckpoint,
  wipeStore,
} from "./model/model-disk.ts";
import { createNetwork, type Network, type Packet } from "./network.ts";
import { checkEnd } from "./oracles/check-end.ts";
import { checkOwnEdits } from "./oracles/own-edits.ts";
import { createPeople } from "./people.ts";
import type { Seams } from "./seams.ts";
import { boot, crash, type SimDevice } from "./sim-device.ts";
import { accessOf, createSimServer, type SimServer } from "./sim-server.ts";
import { createStranger, type Stranger } from "./stranger.ts";
import type { Happening, Swarm } from "./swarm.ts";
import {
  arranges,
  clockOf,
  createWorld,
  tenantTables,
  type World,
} from "./world.ts";

export interface Outcome {
  readonly seed: number;
  /** Empty when all went well. */
  readonly violations: readonly string[];
  readonly hash: string;
  readonly trace: readonly string[];
  readonly writes: number;
  readonly conflicts: number;
  /** Files that the server has. */
  readonly files: number;
}

/** Rounds after healing in which every queue has to become empty. */
const ROUNDS = 60;

const MOST_COPIES = 2;

interface Office {
  readonly world: World;
  readonly network: Network;
  readonly devices: SimDevice[];
  readonly servers: readonly SimServer[];
  readonly stranger: Stranger;
}

/** One seed: a world is drawn, lives through its chaos, is healed, and is judged. */
export async function runSeed(
  seed: number,
  seams: Seams = {},
  options: {
    readonly trace?: boolean;
    readonly swarm?: Partial<Swarm>;
  } = {},
): Promise<Outcome> {
  const world = createWorld(seed, seams, {
    ...options,
    trace: options.trace ?? false,
  });
  const office = await openOffice(world);
  await chaos(office);
  await heal(office);
  if (world.facts.violations.length === 0) await checkEnd(office);
  const { facts, trace } = world;
  return {
    seed,
    violations: facts.violations,
    hash: trace.hash(),
    trace: trace.lines(),
    writes: facts.written.size,
    conflicts: [...tenantTables(world).docs.values()].filter(
      ({ doc }) => doc.v["kind"] === "conflict",
    ).length,
    files: tenantTables(world).files.size,
  };
}

async function openOffice(world: World): Promise<Office> {
  const { random, swarm, database, newId } = world;
  const identities = createMemoryIdentityStorage(database);
  world.tenantId = newId();
  await identities.addTenant({
    ...{ tenantId: world.tenantId, tag: "TAGG", name: "Simulated" },
    ...{ epoch: newId(), madeMs: world.now, series: SERIES_OF_NEW_TENANT },
  });
  const network = createNetwork(world);
  const devices: SimDevice[] = [];
  const hint = (head: number) => {
    for (const { name, app } of devices)
      if (app) network.put({ kind: "hint", device: name, head });
  };
  const servers = Array.from({ length: swarm.servers }, (_, i) =>
    createSimServer(world, `server ${i}`, hint),
  );
  const users = await Promise.all(
    Array.from({ length: swarm.users }, (_, i) =>
      identities.putUser(world.tenantId, {
        ...{
          userId: newId(),
          name: `User ${i}`,
          email: `u${i}@carnet.example`,
        },
        role: random.pick(["salesperson", "salesperson", "manager"]),
        salesperson: null,
      }),
    ),
  );
  for (const { userId } of users) world.tenants.set(userId, world.tenantId);
  for (let i = 0; i < swarm.devices; i += 1) {
    const { userId } = users[i % users.length] ?? random.pick(users);
    const deviceId = newId();
    await enrol(world, userId, deviceId);
    const disk = createModelDisk(deviceId);
    const { tenantId } = world;
    disk.journal.push({ k: "device", deviceId, tenantId });
    const skewMs = skew(world);
    devices.push({
      ...{ name: `laptop ${i}`, userId, disk, skewMs },
      ...{ online: true, app: null },
    });
  }
  await fill(world, servers);
  const stranger = await settleStranger(world, servers);
  const office = { world, network, devices, servers, stranger };
  for (const device of devices) boot(world, network, device);
  await world.schedule.settled();
  return office;
}

/** A second company on the same server. */
async function settleStranger(
  world: World,
  servers: readonly SimServer[],
): Promise<Stranger> {
  // Without one the world is what it was before there were any.
  if (world.swarm.stranger === 0) return { act() {} };
  const identities = createMemoryIdentityStorage(world.database);
  const tenantId = world.newId();
  const userId = world.newId();
  const deviceId = world.newId();
  await identities.addTenant({
    ...{ tenantId, tag: "TAGS", name: "Strangers", epoch: world.newId() },
    ...{ madeMs: world.now, series: SERIES_OF_NEW_TENANT },
  });
  await identities.putUser(tenantId, {
    ...{ userId, name: "Stranger", email: "s@carnet.example" },
    ...{ role: "admin" as const, salesperson: null },
  });
  world.tenants.set(userId, tenantId);
  await enrol(world, userId, deviceId, tenantId);
  return createStranger(world, servers, { userId, deviceId });
}

function skew({ random, swarm }: World): number {
  return Math.round((random.next() * 2 - 1) * swarm.skewMs);
}

async function enrol(
  world: World,
  userId: string,
  deviceId: string,
  tenantId = world.tenantId,
): Promise<void> {
  const identities = createMemoryIdentityStorage(world.database);
  const { now } = world;
  const code = { codeHash: deviceId, userId, madeMs: now, untilMs: null };
  await identities.addEnrolment(tenantId, code);
  await identities.enrolDevice(tenantId, deviceId, {
    ...{ deviceId, name: "", publicKey: null, refreshHash: "" },
    enrolledMs: now,
  });
}

/** What the company had before: pushed by a device that is not seen again. */
async function fill(
  world: World,
  servers: readonly SimServer[],
): Promise<void> {
  const [server] = servers;
  const [user] = tenantTables(world).users.keys();
  if (!server || user === undefined) throw new Error("Nobody is there");
  const deviceId = world.newId();
  await enrol(world, user, deviceId);
  const company = world.newId();
  const ops: Op[] = Array.from({ length: world.swarm.documents }, (_, i) => {
    const id = i === 0 ? company : world.newId();
    const person = { type: "person", companyId: company, companyName: "C0" };
    const v = {
      ...{ id, type: "company", name: `C${i}`, city: "Bern", comment: "none" },
      ...(i % 2 === 1 ? person : {}),
    };
    return { c: "contacts", id, k: "ins", v };
  });
  const groups = [{ d: 1, m: world.newId(), hlc: `${world.now}.0`, ops }];
  world.chaos = false;
  const answer = await server.handle({
    path: "/v1/sync/push",
    access: accessOf(user, deviceId),
    body: JSON.stringify({ proto: 1, schema: 1, device: deviceId, groups }),
  });
  world.chaos = true;
  if (answer?.status !== "ok") throw new Error(JSON.stringify(answer));
}

async function chaos(office: Office): Promise<void> {
  const { world, network, devices, servers } = office;
  const { random, swarm, schedule, trace } = world;
  const people = createPeople(world);
  let backup: TenantTables | null = null;
  const happenings: Record<Happening, () => void> = {
    edit: () => people.act(random.pick(devices)),
    perform() {
      const ready = schedule.ready();
      if (ready.length === 0) return;
      const parked = random.pick(ready);
      schedule.take(parked);
      trace.say(`${parked.owner} ${parked.what}`);
      parked.perform();
    },
    network() {
      if (network.packets.length === 0) return;
      const packet = random.pick(network.packets);
      if (!random.chance(swarm.double)) network.remove(packet);
      if (random.chance(swarm.drop)) network.remove(packet);
      else deliver(office, packet);
    },
    giveUp() {
      if (network.calls.length > 0) network.giveUp(random.pick(network.calls));
    },
    crash() {
      const device = random.pick(devices);
      if (!device.app) return;
      trace.say(`${device.name} crashes`);
      crash(world, network, device, () => random.chance(0.5));
      const wipes = random.chance(swarm.wipe);
      const forgets = random.chance(swarm.forget);
      if (random.chance(swarm.doubt)) doubt(device.disk);
      if (wipes) wipeStore(device.disk);
      if (forgets) forgetCheckpoint(device.disk);
    },
    boot() {
      const device = random.pick(devices);
      if (!device.app) boot(world, network, device);
    },
    partition() {
      const device = random.pick(devices);
      device.online = !device.online;
      trace.say(`${device.name} ${device.online ? "on" : "off"}line`);
      if (device.online) device.app?.parts?.service.syncNow();
      if (device.online) device.app?.main.uploads?.queue.lineIsUp();
    },
    time() {
      world.now += random.int(swarm.paceMs * 20 + 1);
      wakeAll(office);
    },
    copy() {
      if (world.facts.copies.size < MOST_COPIES) copyLaptop(office);
    },
    forget() {
      trace.say("deletions are forgotten");
      const { database, tenantId, facts } = world;
      void forgetDeletions(database, tenantId, facts.forgotten);
    },
    stranger: () => office.stranger.act(),
    arrange: () => people.arrange(random.pick(devices)),
    attach: () => people.attach(random.pick(devices)),
    revoke() {
      const { deviceId } = random.pick(devices).disk;
      const known = tenantTables(world).devices;
      const found = known.get(deviceId);
      if (!found) return;
      trace.say(`${deviceId} is revoked`);
      known.set(deviceId, { ...found, status: "revoked", wipe: false });
      world.facts.revoked = true;
    },
    reconnect: () => reconnect(office, random.pick(devices)),
    nudge: () => random.pick(devices).app?.parts?.service.syncNow(),
    serverCrash() {
      const server = random.pick(servers);
      trace.say(`${server.name} crashes`);
      server.crash();
    },
    backup() {
      backup = backupOf(tenantTables(world));
      trace.say("backup");
    },
    restore() {
      if (!backup) return;
      trace.say("the server is restored");
      for (const server of servers) server.crash();
      const tables = { ...backupOf(backup), epoch: world.newId() };
      world.database.tenants.set(world.tenantId, tables);
      world.facts.restored = true;
    },
    clock() {
      random.pick(devices).skewMs = skew(world);
    },
  };
  // After a restore nobody can tell what was forgotten from what was lost.
  const forget = swarm.weights.restore > 0 ? 0 : swarm.forgetful;
  const { stranger, attach, revoke } = swarm;
  const arrange = arranges(world) ? swarm.arrange : 0;
  const others = { forget, stranger, arrange, attach, revoke };
  const all = { ...swarm.weights, ...others };
  const weights = Object.entries(all) as [Happening, number][];
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  for (let step = 0; step < swarm.steps; step += 1) {
    world.now += random.int(swarm.paceMs + 1);
    let at = random.next() * sum;
    const happening =
      weights.find(([, weight]) => (at -= weight) < 0)?.[0] ?? "perform";
    happenings[happening]();
    await schedule.settled();
    for (const device of devices) checkOwnEdits(world, device);
    if (world.facts.violations.length > 0) return;
  }
}

/** Its whole disk, as it is at this moment, in a second machine that somebody then works on. */
function copyLaptop({ world, devices }: Office): void {
  const of = world.random.pick(devices);
  const name = `laptop ${devices.length}`;
  const disk = copyOf(of.disk);
  if (world.random.chance(0.5)) wipeStore(disk);
  const n = world.facts.written.size;
  world.facts.copies.set(name, { of: of.name, n });
  world.trace.say(`${name} is a copy of ${of.name}`);
  devices.push({ ...of, name, disk, app: null });
}

/** A restored server does not know who came after the backup, or somebody was revoked: they connect with a new code. */
function reconnect({ world }: Office, device: SimDevice): void {
  const main = device.app?.ready ? device.app.main : null;
  const { devices } = tenantTables(world);
  const known = devices.get(device.disk.deviceId)?.status === "active";
  if (!main || !device.online || known) return;
  world.trace.say(`${device.name} connects again`);
  const deviceId = world.newId();
  void enrol(world, device.userId, deviceId).then(() => main.connect(deviceId));
}

function deliver({ world, network, servers, devices }: Office, packet: Packet) {
  const { random, trace } = world;
  const to = packet.kind === "hint" ? packet.device : packet.call.device;
  const device = devices.find(({ name }) => name === to);
  if (!device?.online) return;
  if (packet.kind === "hint") {
    const { head } = packet;
    return device.app?.main.tell("server/hint", { head });
  }
  const { call } = packet;
  trace.say(`${packet.kind} ${call.n} arrives`);
  if (packet.kind === "answer") return call.settle(packet.answer);
  const server = random.pick(servers);
  server.handle(call.request).then(
    (answer) => {
      if (answer) network.put({ kind: "answer", call, answer });
    },
    (error: unknown) => world.violate("server", String(error)),
  );
}

function wakeAll({ world, devices }: Office): void {
  for (const device of devices) {
    const uploads = device.app?.main.uploads?.wakes;
    if (uploads && uploads.at <= world.now) uploads.fn();
    const wake = device.app?.wake;
    if (!device.app || !wake || wake.at > clockOf(world, device)) continue;
    device.app.wake = null;
    wake.fn();
  }
}

/** Everything works again, and nobody does anything: O9, all queues have to become empty. */
async function heal(office: Office): Promise<void> {
  const { world, network, devices } = office;
  const { schedule, swarm, trace, facts } = world;
  if (facts.violations.length > 0) return;
  world.chaos = false;
  trace.say("healed");
  for (const device of devices) {
    device.online = true;
    if (!device.app) boot(world, network, device);
  }
  for (const call of network.calls)
    if (!network.packets.some((p) => p.kind !== "hint" && p.call === call))
      network.giveUp(call);
  await schedule.settled();
  let quiet = 0;
  for (let round = 0; round < ROUNDS && quiet < 2; round += 1) {
    const { seq } = tenantTables(world);
    for (const device of devices) reconnect(office, device);
    for (const { app } of devices) {
      const held = app?.parts?.pending.heldEntries() ?? [];
      const ms = held.map(({ m }) => m);
      if (ms.length > 0) void app?.parts?.arrange({ do: "resume", ms });
      app?.parts?.service.syncNow();
    }
    await drain(office);
    for (const device of devices) checkOwnEdits(world, device);
    if (facts.violations.length > 0) return;
    // Whoever read while its deletions were being forgotten learns of them by the daily comparison (sync.md D15).
    const aDay = round === 0 && swarm.dayAfter && facts.forgotten.size > 0;
    world.now += aDay ? 25 * 3_600_000 : 60_000;
    wakeAll(office);
    await drain(office);
    const idle = devices.every(
      ({ app }) => app?.ready && isIdle(app.parts) && !app.main.uploads?.wakes,
    );
    quiet = idle && seq === tenantTables(world).seq ? quiet + 1 : 0;
  }
  if (quiet >= 2) return;
  for (const { name, app } of devices) {
    const status = app?.parts?.service.status();
    const waiting = app?.parts?.pending.pendingEntries().length;
    world.violate(
      "O9",
      `${name} ${status?.kind} ${status?.problem?.code} ${waiting} unsent`,
    );
  }
}

type Parts = NonNullable<SimDevice["app"]>["parts"];

function isIdle(parts: Parts): boolean {
  return (
    parts !== null &&
    parts.pending.pendingEntries().length === 0 &&
    parts.service.status().problem === null
  );
}

async function drain(office: Office): Promise<void> {
  const { schedule } = office.world;
  const { network } = office;
  for (let i = 0; i < 5_000; i += 1) {
    await schedule.settled();
    const [parked] = schedule.ready();
    const [packet] = network.packets;
    if (parked) {
      schedule.take(parked);
      parked.perform();
    } else if (packet) {
      network.remove(packet);
      deliver(office, packet);
    } else {
      const [call] = network.calls;
      if (!call) return;
      network.giveUp(call);
    }
  }
  office.world.violate("O9", "no end of it after 5000 steps");
}
