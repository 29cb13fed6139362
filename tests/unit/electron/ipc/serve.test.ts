import { expect, test } from "vitest";
import {
  isOwnMainFrame,
  serve,
  type Sender,
} from "../../../../electron/ipc/serve.ts";
import {
  requests,
  type Handlers,
  type RequestName,
} from "../../../../shared/ipc/contract.ts";
import type { Reply } from "../../../../shared/ipc/reply.ts";

type Answer = (event: string, input: unknown) => Promise<Reply>;

/** Serves handlers that note what reached them; `given` replaces some. */
function served(given: Partial<Handlers> = {}) {
  const reached: [string, unknown][] = [];
  const failures: string[] = [];
  const channels = new Map<string, Answer>();
  const names = Object.keys(requests) as RequestName[];
  const noting = Object.fromEntries(
    names.map((name) => [
      name,
      async (input: unknown) => {
        reached.push([name, input]);
        return {};
      },
    ]),
  ) as unknown as Handlers;
  serve<string>({
    ipc: { handle: (channel, answer) => channels.set(channel, answer) },
    handlers: { ...noting, ...given },
    isTrusted: (event) => event === "our page",
    onFailure: (name) => failures.push(name),
  });
  const ask = (name: string, input: unknown, from = "our page") =>
    channels.get(name)!(from, input);
  return { ask, reached, failures, channels };
}

test("every request of the contract is answered, and nothing else", () => {
  expect([...served().channels.keys()]).toEqual(Object.keys(requests));
});

test("a request from anywhere but our page never reaches a handler", async () => {
  const { ask, reached } = served();
  for (const name of Object.keys(requests))
    expect(await ask(name, undefined, "a stranger")).toEqual({
      ok: false,
      kind: "untrusted",
      message: name,
    });
  expect(reached).toEqual([]);
});

test("a refusal names the place, never the content", async () => {
  const { ask } = served();
  const reply = await ask("journal/append", {
    label: "x",
    ops: [{ c: "contacts", id: "Zumbrunnen", k: "del", rev: 1 }],
  });
  expect(reply).toMatchObject({ ok: false });
  expect(JSON.stringify(reply)).not.toContain("Zumbrunnen");
});

test("members that the contract does not name do not leave the main process", async () => {
  const { ask } = served({
    "numbers/left": async () => ({ left: 3, refresh: "a token" }),
  });
  expect(await ask("numbers/left", { series: "contacts" })).toEqual({
    ok: true,
    value: { left: 3 },
  });
});

test("a handler that throws is a refusal with its message, and is reported", async () => {
  const { ask, failures } = served({
    "journal/read": async () => {
      throw new Error("the journal cannot be used: other-key");
    },
  });
  expect(await ask("journal/read", undefined)).toEqual({
    ok: false,
    kind: "failed",
    message: "journal/read: the journal cannot be used: other-key",
  });
  expect(failures).toEqual(["journal/read"]);
});

test("only the main frame of our own origin is trusted", () => {
  const frame = (url: string) =>
    ({ url }) as NonNullable<Sender["senderFrame"]>;
  const from = (url: string, main = true) => {
    const asking = frame(url);
    const mainFrame = main ? asking : frame("app://carnet/");
    return { senderFrame: asking, sender: { mainFrame } } as Sender;
  };
  const trusted = (sender: Sender) => isOwnMainFrame(sender, "app://carnet");
  expect(trusted(from("app://carnet/"))).toBe(true);
  expect(trusted(from("app://carnet/contacts/1"))).toBe(true);
  expect(trusted(from("app://carnet/", false))).toBe(false);
  expect(trusted(from("app://carnet.evil.test/"))).toBe(false);
  expect(trusted(from("https://carnet/"))).toBe(false);
  expect(trusted(from("about:blank"))).toBe(false);
  expect(
    trusted({ ...from("app://carnet/"), senderFrame: null } as Sender),
  ).toBe(false);
});
