import { expect, test } from "vitest";
import type {
  UpdateFeed,
  UpdateState,
} from "../../../../shared/ipc/updates.ts";
import { Tampered } from "../../../../electron/updates/feed.ts";
import type { UpdateEngine } from "../../../../electron/updates/engine.ts";
import {
  createUpdates,
  type Updates,
} from "../../../../electron/updates/updates.ts";

const feed: UpdateFeed = {
  version: "0.2.0",
  releaseDate: "2026-11-29T08:00:00.000Z",
  files: [{ url: "carnet.deb", sha512: "", size: 1 }],
  notes: { en: "- New" },
};

interface World {
  readonly updates: Updates;
  readonly states: UpdateState[];
  /** What happened, in order. */
  readonly done: string[];
  readonly note: () => string | null;
}

function world(
  given: {
    version?: string;
    note?: string;
    folder?: () => string | null;
    supported?: boolean;
    snapshot?: boolean;
    installs?: boolean;
    noted?: () => void;
    read?: () => Promise<UpdateFeed>;
    engine?: Partial<UpdateEngine>;
  } = {},
): World {
  const states: UpdateState[] = [];
  const done: string[] = [];
  const engine: UpdateEngine = {
    isNewer: async ({ version }) => version !== (given.version ?? "0.1.0"),
    fetch: async (onPercent) => {
      onPercent(50);
      done.push("fetched");
    },
    check: async () => void done.push("checked"),
    putBack: () => Promise.reject(new Error("nothing was set aside")),
    install: async () => {
      done.push("installed");
      return given.installs ?? true;
    },
    ...given.engine,
  };
  let note = given.note ?? null;
  return {
    ...{ states, done, note: () => note },
    updates: createUpdates({
      version: given.version ?? "0.1.0",
      readFeed:
        given.supported === false
          ? null
          : async () => {
              done.push("asked");
              return given.read ? given.read() : feed;
            },
      folder: given.folder ?? (() => "https://files.example/"),
      engine: async () => engine,
      note: {
        read: async () => note,
        write: async (version) => {
          given.noted?.();
          note = version;
          done.push(`noted ${version}`);
        },
      },
      now: () => 5,
      hasSnapshot: async () => given.snapshot ?? true,
      closeWindows: () => done.push("windows closed"),
      closeNotebook: async () => void done.push("notebook closed"),
      relaunch: () => done.push("relaunched"),
      publish: (state) => states.push(state),
      warn: () => undefined,
    }),
  };
}

const kinds = ({ states }: World) => states.map(({ kind }) => kind);

test("without an address nothing is contacted, nor by a copy that cannot replace itself", async () => {
  for (const given of [{ folder: () => null }, { supported: false }]) {
    const one = world(given);
    await one.updates.look();
    expect(one.done).toEqual([]);
    expect(new Set(kinds(one))).toEqual(new Set(["off"]));
  }
});

test("an address that comes later is looked at, one that goes is no longer", async () => {
  let folder: string | null = null;
  const one = world({ folder: () => folder });
  await one.updates.look();
  folder = "https://files.example/";
  one.updates.configured();
  await one.updates.look();
  expect(one.states.at(-1)).toMatchObject({ kind: "ready", version: "0.2.0" });
  folder = null;
  one.updates.configured();
  expect(one.states.at(-1)).toEqual({ kind: "off", reason: "no-address" });
});

test("what is newer is fetched and then ready, with what is new in it; the newest is left alone", async () => {
  const one = world();
  await one.updates.look();
  expect(one.done).toEqual(["asked", "fetched"]);
  expect(kinds(one)).toEqual([
    "idle",
    "checking",
    "loading",
    "loading",
    "ready",
  ]);
  expect(one.states.at(-1)).toMatchObject({ notes: { en: "- New" } });

  const newest = world({ version: "0.2.0" });
  await newest.updates.look();
  expect(newest.done).toEqual(["asked"]);
  expect(newest.states.at(-1)).toMatchObject({ kind: "idle", checkedAt: 5 });
});

test("first all windows write and close, then the notebook, then it is installed", async () => {
  const one = world();
  await one.updates.look();
  expect(one.updates.isInstalling()).toBe(false);
  const both = [one.updates.install("made"), one.updates.install("made")];
  expect(await Promise.all(both)).toEqual(["begun", "begun"]);
  expect(one.updates.isInstalling()).toBe(true);
  await one.updates.windowsClosed();
  expect(one.done.slice(2)).toEqual([
    ...["checked", "noted 0.2.0", "windows closed"],
    ...["notebook closed", "installed"],
  ]);
});

test("nothing closes without a snapshot, or when nothing is ready", async () => {
  const bare = world({ snapshot: false });
  expect(await bare.updates.install("made")).toBe("not-ready");
  await bare.updates.look();
  expect(await bare.updates.install("made")).toBe("no-snapshot");
  expect(bare.done).not.toContain("windows closed");
  expect(bare.updates.isInstalling()).toBe(false);
});

test("where there is nothing to copy, nothing is asked for", async () => {
  const rescue = world({ snapshot: false });
  await rescue.updates.look();
  expect(await rescue.updates.install("none-needed")).toBe("begun");
});

test("a full disk is called by its name, and what is ready stays so for it", async () => {
  const full = Object.assign(new Error("full"), { code: "ENOSPC" });
  const fetching = world({ engine: { fetch: () => Promise.reject(full) } });
  await fetching.updates.look();
  expect(fetching.states.at(-1)).toEqual({
    ...{ kind: "failed", reason: "disk-full" },
  });

  let isFull = true;
  const noting = world({
    noted: () => {
      if (isFull) throw full;
    },
  });
  await noting.updates.look();
  expect(await noting.updates.install("made")).toBe("disk-full");
  expect(noting.states.at(-1)).toMatchObject({ kind: "ready" });
  expect(noting.done).not.toContain("windows closed");
  isFull = false;
  expect(await noting.updates.install("made")).toBe("begun");
});

test("a feed or a package that is not the publisher's is refused, before and after it was ready", async () => {
  const foreign = world({
    read: () => Promise.reject(new Tampered("foreign-feed", "")),
  });
  await foreign.updates.look();
  expect(foreign.states.at(-1)).toEqual({
    ...{ kind: "failed", reason: "foreign-feed" },
  });

  let sound = true;
  const swapped = world({
    engine: {
      check: () =>
        sound
          ? Promise.resolve()
          : Promise.reject(new Tampered("changed-package", "")),
    },
  });
  await swapped.updates.look();
  sound = false;
  expect(await swapped.updates.install("made")).toBe("not-ready");
  expect(swapped.states.at(-1)).toEqual({
    ...{ kind: "failed", reason: "changed-package" },
  });
  expect(swapped.done).not.toContain("windows closed");
});

test("a server that is away is no harm, and the next look may find it", async () => {
  let away = true;
  const one = world({
    read: async () => {
      if (away) throw new Error("net::ERR_CONNECTION_REFUSED");
      return feed;
    },
  });
  await one.updates.look();
  expect(one.states.at(-1)).toEqual({ kind: "failed", reason: "unreachable" });
  away = false;
  await one.updates.look();
  expect(one.states.at(-1)).toMatchObject({ kind: "ready" });
});

test("what is ready stays so while the line is away, and gives way to a newer one only", async () => {
  let read = async () => feed;
  const one = world({ read: () => read() });
  await one.updates.look();
  const seen = one.states.length;
  for (const found of [
    () => Promise.reject(new Error("net::ERR_INTERNET_DISCONNECTED")),
    async () => feed,
    async () => ({ ...feed, version: "0.1.9" }),
    async () => ({ ...feed, version: "0.2.0-dev" }),
  ]) {
    read = found;
    await one.updates.look();
  }
  expect(one.states.slice(seen)).toEqual([]);
  read = async () => ({ ...feed, version: "0.10.0" });
  await one.updates.look();
  expect(one.states.at(-1)).toMatchObject({ kind: "ready", version: "0.10.0" });
  expect(await one.updates.install("made")).toBe("begun");
});

test("what is ready stays so when a newer one cannot be fetched or is not what it should be", async () => {
  let read = async () => feed;
  let trouble: Error | null = null;
  const one = world({
    read: () => read(),
    engine: {
      fetch: async () => {
        if (trouble) throw trouble;
      },
      putBack: async () => undefined,
    },
  });
  await one.updates.look();
  read = async () => ({ ...feed, version: "0.3.0" });
  for (trouble of [
    Object.assign(new Error("full"), { code: "ENOSPC" }),
    new Tampered("changed-package", ""),
  ]) {
    await one.updates.look();
    expect(one.states.slice(-2)).toMatchObject([
      { kind: "loading", version: "0.3.0" },
      { kind: "ready", version: "0.2.0" },
    ]);
  }
  expect(await one.updates.install("made")).toBe("begun");
  expect(one.note()).toBe("0.2.0");
});

test("what cannot be put back is ready no longer", async () => {
  let version = "0.2.0";
  const one = world({
    read: async () => ({ ...feed, version }),
    engine: {
      fetch: async () => {
        if (version === "0.3.0") throw new Error("net::ERR_CONNECTION_RESET");
      },
      putBack: () => Promise.reject(new Tampered("changed-package", "")),
    },
  });
  await one.updates.look();
  version = "0.3.0";
  await one.updates.look();
  expect(one.states.at(-1)).toEqual({
    ...{ kind: "failed", reason: "changed-package" },
  });
});

test("a look that is under way, or begins, while it is installed has no say", async () => {
  const line = Promise.withResolvers<UpdateFeed>();
  let read = async () => feed;
  const one = world({ read: () => read() });
  await one.updates.look();
  read = () => line.promise;
  const looking = one.updates.look();
  const installing = one.updates.install("made");
  line.resolve({ ...feed, version: "0.3.0" });
  await looking;
  expect(await installing).toBe("begun");
  await one.updates.look();
  expect(one.states.at(-1)).toMatchObject({
    ...{ kind: "installing", version: "0.2.0" },
  });
});

test("the app does not end before the system has the package", async () => {
  const system = Promise.withResolvers<boolean>();
  const one = world({ engine: { install: () => system.promise } });
  await one.updates.look();
  await one.updates.install("made");
  let over = false;
  const closing = one.updates.windowsClosed().then(() => (over = true));
  await new Promise(setImmediate);
  expect(over).toBe(false);
  system.resolve(true);
  await closing;
  expect(one.done).not.toContain("relaunched");
});

test("a system that refuses gets the old version back, which says so; the new one says what it is", async () => {
  const refused = world({ installs: false });
  await refused.updates.look();
  await refused.updates.install("made");
  await refused.updates.windowsClosed();
  expect(refused.done.at(-1)).toBe("relaunched");

  const old = world({ note: "0.2.0", folder: () => null });
  await old.updates.look();
  expect(old.states.at(-1)).toEqual({
    ...{ kind: "failed", reason: "not-installed" },
  });
  expect(old.note()).toBeNull();
  const fresh = world({ note: "0.2.0", version: "0.2.0" });
  await fresh.updates.look();
  expect(fresh.states.at(-1)).toMatchObject({ replaced: "0.2.0" });
});
