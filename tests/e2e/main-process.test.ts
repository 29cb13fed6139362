import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Input, Output, RequestName } from "../../shared/ipc/contract.ts";
import { launch, type LaunchedApp } from "../helpers/electron-app.ts";

const ENV = { CARNET_PASSPHRASE: "correct horse battery" };
const ID = "0190c0de-0000-7000-8000-000000000001";

let userDataDir: string;
let carnet: LaunchedApp;
beforeAll(async () => {
  userDataDir = await mkdtemp(path.join(tmpdir(), "carnet-main-"));
  carnet = await open();
});
afterAll(async () => {
  await carnet.close();
  await rm(userDataDir, { recursive: true, force: true });
});

function open(env: Readonly<Record<string, string>> = ENV) {
  return launch({
    userDataDir,
    env,
    args: ["--lang=fr-CH", "--work-date=2026-11-20"],
  });
}

async function invoke<N extends RequestName>(
  name: N,
  input: Input<N>,
): Promise<Output<N>> {
  const answer: unknown = await carnet.page.evaluate<
    unknown,
    readonly [string, unknown]
  >(
    ([asked, given]) =>
      (
        globalThis as unknown as {
          bridge: { invoke(n: string, i: unknown): Promise<unknown> };
        }
      ).bridge.invoke(asked, given),
    [name, input],
  );
  return answer as Output<N>;
}

const insert = (name: string) => ({
  c: "contacts",
  id: ID,
  k: "ins" as const,
  v: { id: ID, type: "company", name },
});

test("the profile given on the command line is used, with its language and work date", async () => {
  expect((await invoke("app/info", undefined)).userDataDir).toBe(userDataDir);
  expect(await invoke("settings/read", undefined)).toMatchObject({
    language: "fr-CH",
    workDate: "2026-11-20",
  });
});

test("the passphrase from outside opens the vault and is gone from the environment", async () => {
  expect(await invoke("vault/open", undefined)).toMatchObject({
    kind: "open",
    protectedBy: "passphrase",
  });
  const left = await carnet.app.evaluate(
    () => process.env["CARNET_PASSPHRASE"] ?? null,
  );
  expect(left).toBeNull();
});

test("what the journal answered survives SIGKILL, and nothing of it is readable on disk", async () => {
  const before = (await invoke("journal/read", undefined)).lastD;
  for (let i = 1; i <= 5; i += 1)
    expect(
      await invoke("journal/append", {
        label: "test",
        ops: [insert("Zumbrunnen Söhne AG")],
      }),
    ).toMatchObject({ status: "saved", entry: { d: before + i } });
  const ended = new Promise((end) => carnet.process.once("exit", end));
  carnet.process.kill("SIGKILL");
  await ended;

  carnet = await open();
  await invoke("vault/open", undefined);
  const { lastD, pending, tornBytes } = await invoke("journal/read", undefined);
  expect({ lastD, tornBytes }).toEqual({ lastD: before + 5, tornBytes: 0 });
  expect(pending.at(-1)?.ops).toEqual([insert("Zumbrunnen Söhne AG")]);

  const folder = path.join(userDataDir, "carnet/journal");
  for (const name of await readdir(folder)) {
    const bytes = await readFile(path.join(folder, name), "latin1");
    expect(bytes).not.toContain("Zumbrunnen");
  }
});

test("with the icon wanted, closing the window hides it, and a further start brings it back", async () => {
  const isSeen = () =>
    carnet.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.isVisible()),
    );
  const close = () =>
    carnet.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.close(),
    );
  expect((await invoke("settings/read", undefined)).tray).not.toBe(true);
  await invoke("settings/write", { tray: true });
  await close();
  await expect.poll(isSeen).toEqual([false]);
  await expect
    .poll(async () => (await invoke("settings/read", undefined)).toldTray)
    .toBe(true);
  await carnet.app.evaluate(({ app }) =>
    app.emit("second-instance", {}, [], "/"),
  );
  await expect.poll(isSeen).toEqual([true]);
  await invoke("settings/write", { tray: false });
});

test("a refused request is an error in the page, with its reason", async () => {
  await expect(
    invoke("journal/append", { label: "x", ops: [] }),
  ).rejects.toThrow("bad-input: journal/append");
});

test("the page stays where it is and reaches nothing outside", async () => {
  const { page } = carnet;
  const outcome = await page.evaluate(async () => {
    const opened = globalThis.open("https://example.invalid/");
    const fetched = await fetch("http://127.0.0.1:1/").then(
      () => "reached",
      () => "refused",
    );
    location.href = "https://example.invalid/";
    await new Promise((later) => setTimeout(later, 300));
    return { opened: opened === null ? "denied" : "opened", fetched };
  });
  expect(outcome).toEqual({ opened: "denied", fetched: "refused" });
  expect(new URL(page.url()).host).toBe("carnet");
  expect(await invoke("shell/open", { url: "file:///etc/passwd" })).toEqual({
    opened: false,
  });
});

test("code that got into the page runs nothing it brought along, gets no device of the machine and no further bridge", async () => {
  const tried = await carnet.page.evaluate(async () => {
    const outcome = async (attempt: () => unknown) => {
      try {
        return await attempt();
      } catch (error) {
        return error instanceof Error ? error.name : "refused";
      }
    };
    const element = (name: string, members: Record<string, string>) =>
      new Promise<string>((done) => {
        const made = Object.assign(document.createElement(name), members);
        made.addEventListener("load", () => done("loaded"));
        made.addEventListener("error", () => done("refused"));
        document.body.append(made);
        setTimeout(() => done("nothing"), 500);
      });
    const script = document.createElement("script");
    script.textContent = "globalThis.injected = true";
    document.body.append(script);
    const beside = globalThis.open("about:blank", "", "width=300,height=300");
    const besideHas = beside ? "bridge" in beside : "no window";
    beside?.close();
    const bridge = Reflect.get(globalThis, "bridge") as {
      invoke(name: string, input: unknown): Promise<unknown>;
    };
    return {
      evaluated: await outcome(
        () =>
          new Promise((done, refuse) =>
            // Not at once: what the test itself asks for may evaluate.
            setTimeout(() => {
              try {
                // oxlint-disable-next-line no-eval -- it is the attack
                done(globalThis.eval("1"));
              } catch (error) {
                refuse(error as Error);
              }
            }),
          ),
      ),
      inline: Reflect.get(globalThis, "injected") ?? "refused",
      foreignScript: await element("script", {
        src: "data:text/javascript,globalThis.injected=true",
      }),
      frame: await element("iframe", { src: "https://example.invalid/" }).then(
        () => document.querySelector("iframe")?.contentDocument ?? "closed",
      ),
      worker: await outcome(
        () =>
          new Promise((done, refuse) => {
            const url = URL.createObjectURL(new Blob(["postMessage(1)"]));
            const made = new Worker(url);
            made.addEventListener("message", done);
            made.addEventListener("error", () => refuse("refused"));
          }),
      ),
      place: await outcome(
        () =>
          new Promise((done) =>
            navigator.geolocation.getCurrentPosition(
              () => done("told"),
              () => done("refused"),
            ),
          ),
      ),
      camera: await outcome(() =>
        navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
      ),
      notices: await outcome(() => Notification.requestPermission()),
      clipboard: await outcome(() => navigator.clipboard.readText()),
      besideHas,
      unknown: await outcome(() => bridge.invoke("shell/run", "id")),
      polluted: await outcome(() =>
        bridge.invoke("settings/write", JSON.parse('{"__proto__":{"x":1}}')),
      ).then(() => Reflect.get({}, "x") ?? "clean"),
    };
  });
  expect(tried).toMatchObject({
    ...{ evaluated: "EvalError", inline: "refused", worker: "SecurityError" },
    ...{ foreignScript: "refused", place: "refused", notices: "denied" },
    // A machine without one has nothing to refuse.
    camera: expect.stringMatching(/^Not(Allowed|Found)Error$/),
    clipboard: "NotAllowedError",
    ...{ besideHas: false, polluted: "clean" },
  });
  expect(tried.frame).toBe("closed");
  expect(tried.unknown).not.toBeNull();
  expect(await invoke("settings/read", undefined)).not.toHaveProperty("x");
});

test("the page may load itself again, and nothing else of its own address", async () => {
  const { page } = carnet;
  const at = page.url();
  const mark = () =>
    page.evaluate(() => Reflect.get(globalThis, "loaded") ?? "afresh");
  await page.evaluate(() => Reflect.set(globalThis, "loaded", "before"));

  await page.evaluate(async () => {
    location.href = "/no-such-page";
    await new Promise((later) => setTimeout(later, 300));
  });
  expect(await mark()).toBe("before");

  await Promise.all([
    page.waitForEvent("load", { timeout: 5000 }),
    page.evaluate(() => setTimeout(() => location.reload())),
  ]);
  expect(await mark()).toBe("afresh");
  expect(page.url()).toBe(at);
  expect(await invoke("app/info", undefined)).toMatchObject({ userDataDir });
});

test("every response carries a policy, scripts and refusals too", async () => {
  const policies = await carnet.page.evaluate(async () => {
    const script = document.querySelector("script[src]")?.getAttribute("src");
    const paths = ["/", script ?? "", "/no-such-file.js"];
    const responses = await Promise.all(paths.map((one) => fetch(one)));
    return responses.map((r) => r.headers.get("content-security-policy"));
  });
  expect(policies).toHaveLength(3);
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain("unsafe");
  }
});

test("a wrong passphrase opens nothing and changes nothing", async () => {
  const vault = path.join(userDataDir, "carnet/vault.json");
  const before = await readFile(vault, "utf8");
  await carnet.close();
  carnet = await open({ CARNET_PASSPHRASE: "wrong horse battery" });
  expect(await invoke("vault/open", undefined)).toEqual({
    kind: "wrong-passphrase",
  });
  expect(await readFile(vault, "utf8")).toBe(before);
  expect(
    await invoke("vault/unlock", { passphrase: ENV.CARNET_PASSPHRASE }),
  ).toMatchObject({ kind: "open" });
});
