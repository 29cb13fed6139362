import type { Group, Op } from "../../shared/sync/protocol.ts";
import type { ServerAnswer } from "../../shared/ipc/server.ts";
import { accessOf, type SimServer } from "./sim-server.ts";
import { tenantTables, type World } from "./world.ts";

/** Somebody of another company on the same server, who knows every id of this one and asks for whatever they can. */
export interface Stranger {
  act(): void;
}

export function createStranger(
  world: World,
  servers: readonly SimServer[],
  who: { readonly userId: string; readonly deviceId: string },
): Stranger {
  const { random } = world;
  const { userId, deviceId } = who;
  let d = 0;
  let busy = false;

  async function ask(path: string, body: object): Promise<ServerAnswer | null> {
    const access = accessOf(userId, deviceId);
    const request = { path, access, body: JSON.stringify(body) };
    return random.pick(servers).handle(request);
  }

  /** One of theirs, or a new one. */
  function anyId(): string {
    const ids = [...tenantTables(world).docs.values()].map(({ doc }) => doc.id);
    return ids.length > 0 && random.chance(0.8)
      ? random.pick(ids)
      : world.newId();
  }

  function anyOp(): Op {
    const target = { c: "contacts", id: anyId() };
    switch (random.int(4)) {
      case 0: {
        const v = { id: target.id, type: "company", name: "Stranger" };
        return { ...target, k: "ins", v };
      }
      case 1:
        return { ...target, k: "set", f: { comment: ["none", "Stranger"] } };
      case 2:
        return { ...target, k: "add", f: "mailingGroups", e: ["A"] };
      default:
        return { ...target, k: "del", rev: 1_000_000 };
    }
  }

  async function push(): Promise<void> {
    const group: Group = {
      ...{ d: d + 1, m: world.newId(), hlc: `${world.now}.0` },
      ops: [anyOp()],
    };
    const asked = { proto: 1, schema: 1, device: deviceId, groups: [group] };
    const answer = await ask("/v1/sync/push", asked);
    // Another process may have ended before it could answer: the same number is used again, with something else.
    if (answer?.status === "ok") d += 1;
    else if (answer?.status === "refused" && answer.code === "device_forked")
      d += 1;
  }

  async function read(): Promise<void> {
    const versions = { proto: 1, schema: 1 };
    const part = { collection: "contacts", from: anyId() };
    await (random.chance(0.6)
      ? ask("/v1/sync/pull", { ...versions, epoch: null, cursors: {} })
      : random.chance(0.5)
        ? ask("/v1/sync/range", { ...versions, ...part })
        : ask("/v1/sync/digest", { ...part, ranges: 16 }));
  }

  return {
    act() {
      if (busy) return;
      busy = true;
      const done = () => {
        busy = false;
      };
      (random.chance(0.5) ? push() : read()).then(done, (error: unknown) => {
        done();
        world.violate("stranger", String(error));
      });
    },
  };
}
