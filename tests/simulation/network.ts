import type { ServerAnswer } from "../../shared/ipc/server.ts";
import type { Request } from "./sim-server.ts";
import type { World } from "./world.ts";

/** One exchange that a device has begun and not yet given up. */
export interface Call {
  readonly n: number;
  readonly device: string;
  readonly request: Request;
  open: boolean;
  settle(answer: ServerAnswer): void;
}

export type Packet =
  | { readonly kind: "request"; readonly call: Call }
  | {
      readonly kind: "answer";
      readonly call: Call;
      readonly answer: ServerAnswer;
    }
  | { readonly kind: "hint"; readonly device: string; readonly head: number };

/** What is on its way, in no order. A packet that was taken twice or never is the network's good right. */
export interface Network {
  readonly packets: readonly Packet[];
  readonly calls: readonly Call[];
  ask(device: string, request: Request): Promise<ServerAnswer>;
  put(packet: Packet): void;
  remove(packet: Packet): void;
  giveUp(call: Call): void;
  /** The device is gone, or only its window: nobody waits for those answers any more. */
  forget(device: string, who?: "all" | "window"): void;
}

export function createNetwork(world: World): Network {
  let packets: Packet[] = [];
  let calls: Call[] = [];
  let count = 0;
  function close(call: Call): void {
    call.open = false;
    calls = calls.filter((other) => other !== call);
  }
  return {
    get packets() {
      return packets;
    },
    get calls() {
      return calls;
    },
    ask: (device, request) =>
      new Promise((resolve) => {
        count += 1;
        const both = calls.filter((one) => one.device === device);
        // What it still waits for under an earlier identity it does not listen to.
        const syncs = [request, ...both.map((one) => one.request)].filter(
          ({ path, asker }) =>
            path.startsWith("/v1/sync/") && asker === request.asker,
        );
        if (syncs.length > 1) world.violate("half duplex", device);
        const call: Call = {
          ...{ n: count, device, request, open: true },
          settle(answer) {
            if (!call.open) return;
            close(call);
            resolve(answer);
          },
        };
        calls.push(call);
        packets.push({ kind: "request", call });
        world.trace.say(`${device} asks ${count} ${request.path}`);
      }),
    put(packet) {
      packets.push(packet);
    },
    remove(packet) {
      packets = packets.filter((other) => other !== packet);
    },
    giveUp(call) {
      call.settle({ status: "unreachable", reason: "timeout" });
    },
    forget(device, who = "all") {
      for (const call of calls)
        if (call.device === device)
          if (who === "all" || !call.request.upload) close(call);
    },
  };
}
