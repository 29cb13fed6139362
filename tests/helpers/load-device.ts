import { randomUUID } from "node:crypto";
import { Agent, get, request } from "node:http";
import { createSseParser } from "../../electron/server/sse-parser.ts";
import type { PullAnswer, PushAnswer } from "../../shared/sync/protocol.ts";
import type { LoadDevice } from "./load-server.ts";

/** One of thousands of devices: a stream, pushes and pulls over HTTP, and no engine, which would cost more than the server. */
export interface LoadClient {
  readonly tenantId: string;
  busy(): boolean;
  /** Opens the hint stream; resolves when the server has said the first word. */
  listen(onHint: (head: number) => void): Promise<void>;
  listening(): boolean;
  /** Three intentions: a new company, a visit to it, a correction. Answers the head of the feed. */
  push(): Promise<number>;
  /** Everything new. */
  pull(): Promise<void>;
  renew(access: string): void;
  close(): void;
}

/** The server has answered, and not with a success. */
export class Refused extends Error {}

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export function loadClient(url: string, device: LoadDevice): LoadClient {
  let { access } = device;
  let d = 0;
  let underWay = 0;
  let cursors: Record<string, number> = {};
  let stream: ReturnType<typeof get> | null = null;
  let up = false;
  const authorization = () => `Bearer ${access}`;
  const versions = { proto: 1, schema: 1 };

  async function post<T>(path: string, body: unknown): Promise<T> {
    underWay += 1;
    try {
      return await ask<T>(url + path, authorization(), JSON.stringify(body));
    } finally {
      underWay -= 1;
    }
  }

  return {
    tenantId: device.tenantId,
    busy: () => underWay > 0,
    listening: () => up,
    listen: (onHint) =>
      new Promise((resolve, reject) => {
        const headers = { authorization: authorization() };
        const options = { agent: false, headers } as const;
        stream = get(`${url}/v1/sync/stream`, options, (answer) => {
          if (answer.statusCode !== 200)
            return reject(new Refused(`stream: ${answer.statusCode}`));
          const parser = createSseParser();
          answer.setEncoding("utf8");
          answer.on("data", (text: string) => {
            up = true;
            resolve();
            for (const item of parser.feed(text))
              if (item.kind === "event")
                onHint((JSON.parse(item.data) as { head: number }).head);
          });
          answer.on("close", () => (up = false));
          answer.on("error", () => (up = false));
        });
        stream.on("error", reject);
      }),
    async push() {
      const id = randomUUID();
      const visit = randomUUID();
      const ops = [
        { c: "contacts", id, k: "ins", v: contact(id) },
        { c: "interactions", id: visit, k: "ins", v: interaction(visit, id) },
        { c: "contacts", id, k: "set", f: { city: [null, "Bulle"] } },
      ];
      const groups = ops.map((op) => ({
        d: ++d,
        m: randomUUID(),
        hlc: `${Date.now()}.${d % 1000}`,
        ops: [op],
      }));
      const { head, results } = await post<PushAnswer>("/v1/sync/push", {
        ...versions,
        device: device.deviceId,
        groups,
      });
      const bad = results.find(({ s }) => s === "rejected");
      if (bad) throw new Error(JSON.stringify(bad));
      return head;
    },
    async pull() {
      const answer = await post<PullAnswer>("/v1/sync/pull", {
        ...versions,
        epoch: null,
        cursors,
        limit: 500,
      });
      ({ cursors } = answer);
    },
    renew(fresh) {
      access = fresh;
    },
    close() {
      stream?.destroy();
    },
  };
}

const WORDS = "Rendez-vous avec le directeur, devis envoyé, à rappeler. ";

function contact(id: string): Record<string, string> {
  return {
    id,
    type: "company",
    name: `Menuiserie ${id.slice(0, 8)} Sàrl`,
    address: "Rue de la Gare 12",
    postCode: "1630",
    phone: "+41 26 555 01 23",
    email: "info@menuiserie.example",
    comment: WORDS.repeat(3),
  };
}

function interaction(id: string, contactId: string): Record<string, string> {
  return { id, contactId, date: "2026-03-13", result: WORDS.repeat(6) };
}

function ask<T>(url: string, authorization: string, body: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, "content-type": "application/json" };
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.setEncoding("utf8");
      let text = "";
      answer.on("data", (piece: string) => (text += piece));
      answer.on("error", reject);
      answer.on("end", () => {
        if (answer.statusCode === 200) resolve(JSON.parse(text) as T);
        else reject(new Refused(`${answer.statusCode} ${text.slice(0, 80)}`));
      });
    });
    sent.setTimeout(30_000, () => sent.destroy(new Error("timeout")));
    sent.on("error", reject);
    sent.end(body);
  });
}
