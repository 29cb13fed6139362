import { describe, expect, test } from "vitest";
import {
  initialState,
  type EngineEvent,
  type EngineState,
} from "../../../../shared/sync/engine-state.ts";
import { statusOf } from "../../../../shared/sync/status-of.ts";
import { NO_LOG } from "../../../../shared/sync/status.ts";
import { step } from "../../../../shared/sync/machine.ts";

const EPOCH = "e1";
const pushAnswer = (upto: number, extra: object = {}) => ({
  kind: "pushed" as const,
  count: 1,
  answer: {
    epoch: EPOCH,
    head: upto,
    upto,
    serverTime: 0,
    results: [],
    docs: [],
    ...extra,
  },
});
const pullAnswer = (head: number, more = false) => ({
  kind: "pulled" as const,
  answer: { epoch: EPOCH, head, more, cursors: { contacts: head }, docs: [] },
  checkpoint: { epoch: EPOCH, cursors: { contacts: head } },
});
/** Where a reading goes on. */
const from = (
  epoch: string,
  cursors: Record<string, number>,
  deletionsUpTo?: number,
) => ({
  ...{ epoch, cursors },
  ...(deletionsUpTo === undefined ? {} : { deletionsUpTo }),
});
const surveyed = (
  epoch: string,
  head: number,
  end: { cursors: Record<string, number>; lastD: number } | null = null,
): EngineEvent => ({
  ...{ kind: "surveyed", end },
  answer: { ...pullAnswer(head, end === null).answer, epoch },
});
const unreachable = (random = 0.5): EngineEvent => ({
  kind: "failed",
  failure: { kind: "unreachable", reason: "refused" },
  random,
});

/** Feeds events at one instant and returns the last state with the effects of the last event. */
function run(
  events: readonly EngineEvent[],
  from: EngineState = initialState,
  now = 1000,
) {
  let state = from;
  let effects: readonly { readonly kind: string }[] = [];
  for (const event of events) ({ state, effects } = step(state, event, now));
  return { state, effects };
}

const push = (after: number, epoch: string | null = null) => ({
  ...{ kind: "push", after, limit: 200, gapless: false, epoch },
});

const started: EngineEvent = {
  kind: "started",
  checkpoint: { epoch: null, cursors: {} },
  lastD: 2,
  acked: 0,
  log: NO_LOG,
};
const ready = () => run([started, { kind: "connected" }]).state;

describe("the engine", () => {
  test("does nothing before it is connected, however much is saved", () => {
    expect(
      run([started, { kind: "saved", d: 9 }, { kind: "nudged" }]).effects,
    ).toEqual([]);
  });

  test("on connecting sends first what was entered before, then pulls", () => {
    const first = run([started, { kind: "connected" }]);
    expect(first.effects).toEqual([push(0)]);
    const second = run([pushAnswer(2)], first.state);
    expect(second.effects).toEqual([{ kind: "pull", from: from(EPOCH, {}) }]);
    const end = run([pullAnswer(5)], second.state);
    expect(end.effects.map((e) => e.kind)).toEqual(["run-ended", "wake"]);
    expect(end.state).toMatchObject({
      busy: "none",
      lastSuccess: 1000,
      acked: 2,
    });
  });

  test("never has two exchanges under way", () => {
    expect(
      run(
        [
          { kind: "saved", d: 3 },
          { kind: "hinted", head: 99 },
          { kind: "nudged" },
        ],
        ready(),
      ).effects,
    ).toEqual([]);
  });

  test("pulls until the server says there is no more, never inferring it from a short page", () => {
    const pulling = run([pushAnswer(2), pullAnswer(5, true)], ready());
    expect(pulling.effects).toEqual([
      { kind: "pull", from: from(EPOCH, { contacts: 5 }) },
    ]);
  });

  test("on a gap sends again from where the server is", () => {
    const ahead = { ...ready(), sent: 1 };
    const gap = run([pushAnswer(0, { expected: 1 })], ahead);
    expect(gap.effects[0]).toMatchObject({ kind: "push", after: 0 });
  });

  test("waits with growing, jittered delays while the server is away, and tries at once when asked", () => {
    const one = run([unreachable()], ready());
    expect(one.effects).toEqual([{ kind: "wake", at: 2000 }]);
    expect(run([{ kind: "woke" }], one.state, 1500).effects).toEqual([
      { kind: "wake", at: 2000 },
    ]);
    const again = run([{ kind: "woke" }], one.state, 2000);
    expect(again.effects[0]?.kind).toBe("push");
    expect(run([unreachable()], again.state, 2000).effects).toEqual([
      { kind: "wake", at: 4000 },
    ]);
    expect(run([{ kind: "nudged" }], one.state, 1100).effects[0]?.kind).toBe(
      "push",
    );
  });

  test("a hint at or below the known head brings no traffic", () => {
    const rested = run([pushAnswer(2), pullAnswer(5)], ready()).state;
    expect(run([{ kind: "hinted", head: 5 }], rested).state.busy).toBe("none");
    expect(run([{ kind: "hinted", head: 6 }], rested).state.busy).toBe("pull");
  });

  test("pulls by itself when the period is over, stream or not", () => {
    const rested = run([pushAnswer(2), pullAnswer(5)], ready()).state;
    expect(run([{ kind: "woke" }], rested, 1000 + 299_000).state.busy).toBe(
      "none",
    );
    expect(run([{ kind: "woke" }], rested, 1000 + 300_000).state.busy).toBe(
      "pull",
    );
  });

  test.each(["epoch_changed"])(
    "after %s reads the whole feed, sends everything that is kept, and only then goes on where it read to",
    (code) => {
      const rested = run([pushAnswer(2), pullAnswer(5)], ready()).state;
      const failure = {
        kind: "refused" as const,
        http: 409,
        code,
        message: "",
      };
      const first = run(
        [{ kind: "nudged" }, { kind: "failed", failure, random: 0 }],
        rested,
      );
      expect(first.effects).toEqual([
        { kind: "survey", from: { epoch: null, cursors: {} } },
      ]);
      const second = run([surveyed("e2", 9)], first.state);
      expect(second.effects).toEqual([
        { kind: "survey", from: from("e2", { contacts: 9 }, 9) },
      ]);
      const end = { cursors: { contacts: 7 }, lastD: 3 };
      const third = run([surveyed("e2", 9, end)], second.state);
      expect(third.effects).toEqual([push(0, "e2")]);
      // What was acknowledged stays so: the acknowledged values are not laid over what the server says.
      expect(third.state).toMatchObject({ acked: 2, sent: 0, lastD: 3 });
      const again = { ...pushAnswer(1).answer, epoch: "e2" };
      const fourth = run([{ ...pushAnswer(1), answer: again }], third.state);
      expect(fourth.effects).toEqual([push(1, "e2")]);
      expect(fourth.state.acked).toBe(2);
      const all = { ...again, upto: 3 };
      const fifth = run([{ ...pushAnswer(3), answer: all }], fourth.state);
      expect(fifth.effects).toEqual([
        { kind: "pull", from: from("e2", { contacts: 7 }, 9) },
      ]);
    },
  );

  test("a restored server that wants what is no longer kept is given stand-ins", () => {
    const resending = {
      ...ready(),
      ...{ lastD: 9, acked: 9, sent: 0, busy: "push" as const },
    };
    const behind = run([pushAnswer(0, { expected: 3 })], resending);
    expect(behind.effects).toEqual([{ ...push(2, EPOCH), gapless: true }]);
    const on = run([pushAnswer(6)], behind.state);
    expect(on.effects).toEqual([{ ...push(6, EPOCH), gapless: true }]);
    expect(run([pushAnswer(9)], on.state).state.gapless).toBe(false);
  });

  test("with nothing kept there is nothing to send again", () => {
    const empty = { ...ready(), acked: 2, sent: 0, busy: "push" as const };
    expect(run([{ kind: "exhausted" }], empty).effects[0]).toMatchObject({
      kind: "pull",
    });
  });

  test("a store that was lost says nothing of the server, so what is kept is sent again", () => {
    const lost = run([{ ...started, acked: 2 }, { kind: "connected" }]);
    expect(lost.effects).toEqual([push(0)]);
  });

  test("halves a batch that is too large", () => {
    const failure = {
      kind: "refused" as const,
      http: 413,
      code: "too_large",
      message: "",
    };
    expect(
      run([{ kind: "failed", failure, random: 0 }], ready()).effects,
    ).toEqual([{ ...push(0), limit: 100 }]);
  });

  test("stops for what only a person can mend, and keeps everything", () => {
    const failure = {
      kind: "refused" as const,
      http: 401,
      code: "unauthenticated",
      message: "",
    };
    const stopped = run(
      [
        { kind: "failed", failure, random: 0 },
        { kind: "saved", d: 3 },
      ],
      ready(),
    );
    expect(stopped.effects).toEqual([]);
    expect(stopped.state).toMatchObject({
      blocked: { code: "unauthenticated" },
      lastD: 3,
      acked: 0,
    });
  });

  test("a copied profile gets an id of its own and sends everything that is kept again", () => {
    const failure = {
      ...{ kind: "refused" as const, http: 409, message: "" },
      code: "device_forked",
    };
    const forked = run([{ kind: "failed", failure, random: 0 }], ready());
    expect(forked.effects).toEqual([{ kind: "identity" }]);
    const anew = { kind: "renumbered" as const, lastD: 7, acked: 5 };
    const next = run([anew], forked.state);
    expect(next.effects).toEqual([push(0)]);
    expect(next.state).toMatchObject({ acked: 5, lastD: 7, forked: false });
    // A server that gives none: a person has to connect with a code.
    const none = run([{ kind: "failed", failure, random: 0 }], forked.state);
    expect(none.state.blocked).toMatchObject({ code: "device_forked" });
  });

  test("stays silent while paused and catches up afterwards", () => {
    const paused = run(
      [{ kind: "configured", everyMs: 60_000, paused: true }, pushAnswer(2)],
      ready(),
    );
    expect(paused.effects).toEqual([]);
    const resumed = run(
      [{ kind: "configured", everyMs: 60_000, paused: false }],
      paused.state,
    );
    expect(resumed.effects[0]?.kind).toBe("pull");
  });

  test("a server that has lost what it acknowledged is compared with, then sent everything", () => {
    const far: EngineEvent = {
      kind: "started",
      checkpoint: { epoch: EPOCH, cursors: {} },
      lastD: 11,
      acked: 10,
      log: NO_LOG,
    };
    const first = run([far, { kind: "connected" }]);
    expect(first.effects).toEqual([push(10, EPOCH)]);
    const lost = run([pushAnswer(5, { expected: 6 })], first.state);
    expect(lost.effects).toEqual([
      { kind: "survey", from: { epoch: null, cursors: {} } },
    ]);
  });

  test("what was sent before the first pull names the feed of that pull: a restore in between is noticed", () => {
    const fresh: EngineEvent = {
      kind: "started",
      checkpoint: { epoch: null, cursors: {} },
      lastD: 2,
      acked: 0,
      log: NO_LOG,
    };
    const sent = run([fresh, { kind: "connected" }, pushAnswer(2)]);
    expect(sent.effects.at(-1)).toEqual({
      kind: "pull",
      from: { epoch: EPOCH, cursors: {} },
    });
  });

  test("a server that asks for the same entry for ever is not asked in a loop: others are still heard, and it is said", () => {
    const stuck = run([pushAnswer(0, { expected: 1 })], ready());
    expect(stuck.effects[0]).toMatchObject({ kind: "pull" });
    const rested = run([pullAnswer(9)], stuck.state);
    expect(rested.state.problem).toMatchObject({ code: "push_stuck" });
    expect(rested.state.lastSuccess).toBeNull();
    expect(rested.effects.at(-1)).toEqual({ kind: "wake", at: 31_000 });
    expect(
      run([{ kind: "woke" }], rested.state, 31_000).effects[0],
    ).toMatchObject({ kind: "push", after: 0 });
  });

  test("a single intention that is too large holds nothing else up", () => {
    const failure = {
      kind: "refused" as const,
      http: 413,
      code: "too_large",
      message: "",
    };
    const one = { ...ready(), pushLimit: 1 };
    const held = run([{ kind: "failed", failure, random: 0 }], one);
    expect(held.effects[0]).toMatchObject({ kind: "pull" });
  });

  const DAY_MS = 86_400_000;
  const part = (extra: object = {}): EngineEvent => ({
    ...{ kind: "compared", c: "contacts", epoch: EPOCH, head: 9 },
    ...{ next: null, mended: 0, strays: false },
    ...extra,
  });
  const compare = (at: object | null = null) => ({
    ...{ kind: "compare", at, epoch: EPOCH },
  });
  const rested = () => run([pushAnswer(2), pullAnswer(5)], ready()).state;

  test("compares everything a day after the last time, at rest, part by part, and sends first", () => {
    expect(rested().comparedAt).toBe(1000);
    const later = 1000 + DAY_MS;
    const pulling = run([{ kind: "woke" }], rested(), later);
    expect(pulling.effects[0]?.kind).toBe("pull");
    const first = run([pullAnswer(5)], pulling.state, later);
    expect(first.effects).toEqual([{ kind: "run-ended" }, compare()]);
    const saved = run([{ kind: "saved", d: 3 }], first.state, later);
    expect(saved.effects).toEqual([]);
    const next = { c: "tasks", from: "x" };
    const sending = run([part({ next })], saved.state, later);
    expect(sending.effects).toEqual([push(2, EPOCH)]);
    const on = run([pushAnswer(3), pullAnswer(9)], sending.state, later);
    expect(on.effects.at(-1)).toEqual(compare(next));
    const end = run([part({ mended: 2 })], on.state, later);
    expect(end.effects.map((e) => e.kind)).toEqual(["wake"]);
    expect(end.state).toMatchObject({
      ...{ comparedAt: later, comparison: null },
      ...{ checkpoint: { cursors: { contacts: 9 } } },
    });
    expect(end.state.runs[0]).toMatchObject({ ok: true, received: 2 });
  });

  test("in doubt it compares at once, and again when it doubts meanwhile", () => {
    const first = run([{ kind: "doubted" }], rested());
    expect(first.effects).toEqual([compare()]);
    const next = { c: "tasks", from: "x" };
    const again = run([{ kind: "doubted" }, part({ next })], first.state);
    expect(again.effects).toEqual([compare()]);
    expect(run([part()], again.state).state.doubted).toBe(false);
  });

  test("a doubt from the last start counts; without anything received there is nothing to compare", () => {
    const log = { ...NO_LOG, doubted: true, comparedAt: 900 };
    const checkpoint = { epoch: EPOCH, cursors: {} };
    const before = { ...started, checkpoint, log, acked: 2 };
    const first = run([before, { kind: "connected" }, pullAnswer(5)]);
    expect(first.effects.at(-1)).toEqual(compare());
    const empty = run([{ ...started, log }, { kind: "connected" }]).state;
    expect(empty.busy).toBe("push");
  });

  const tooOld: EngineEvent = {
    ...{ kind: "failed", random: 0 },
    failure: {
      ...{ kind: "refused", http: 410, code: "cursor_too_old", message: "" },
    },
  };

  test("after the horizon of deletions it compares before it pulls, and reads on from where it began to compare", () => {
    const gap = run([{ kind: "nudged" }, tooOld], rested());
    expect(gap.effects).toEqual([compare()]);
    const next = { c: "contacts", from: "x" };
    const on = run([part({ next })], gap.state);
    expect(on.effects).toEqual([compare(next)]);
    const end = run([part({ head: 12 })], on.state);
    expect(end.effects).toEqual([
      { kind: "pull", from: from(EPOCH, { contacts: 9 }, 9) },
    ]);
  });

  test("documents of which the server knows nothing make it read everything", () => {
    const doubting = run([{ kind: "doubted" }], rested()).state;
    expect(run([part({ strays: true })], doubting).effects).toEqual([
      { kind: "survey", from: { epoch: null, cursors: {} } },
    ]);
  });

  test("an older server, which cannot compare, is read whole after a gap and left alone otherwise", () => {
    const missing: EngineEvent = {
      ...{ kind: "failed", random: 0 },
      failure: {
        ...{ kind: "refused", http: 404, code: "not_found", message: "" },
      },
    };
    const doubting = run([{ kind: "doubted" }], rested()).state;
    expect(run([missing], doubting).state).toMatchObject({
      ...{ comparison: null, problem: null, doubted: false },
    });
    const gap = run([{ kind: "nudged" }, tooOld], rested()).state;
    expect(run([missing], gap).effects[0]?.kind).toBe("survey");
  });

  test("what was right at the last start is not said of this one before it has been heard", () => {
    const facts = { waiting: 0, refused: 0, server: "x" };
    const log = { ...NO_LOG, lastSuccess: 500 };
    const checkpoint = { epoch: EPOCH, cursors: {} };
    const before = { ...started, checkpoint, log, acked: 2 };
    const pulling = run([before, { kind: "connected" }]).state;
    expect(statusOf(pulling, facts)).toMatchObject({
      ...{ kind: "receiving", lastSuccess: 500 },
    });
    expect(statusOf(run([unreachable()], pulling).state, facts)).toMatchObject({
      ...{ kind: "offline", lastSuccess: 500 },
    });
    const { state } = run([pullAnswer(5)], pulling);
    expect(statusOf(state, facts).kind).toBe("current");
  });

  const timeOut: EngineEvent = {
    ...{ kind: "failed", random: 0.5 },
    failure: { kind: "unreachable", reason: "timeout" },
  };

  test("after a time-out half as much is sent and asked for; with every answer it is more again", () => {
    const one = run([timeOut], ready());
    expect(one.state).toMatchObject({ pushLimit: 100, pullLimit: 1000 });
    const again = run([{ kind: "woke" }], one.state, 2000);
    expect(again.effects).toEqual([{ ...push(0), limit: 100 }]);
    const two = run([timeOut], again.state, 2000).state;
    expect(two.pushLimit).toBe(50);
    const pulling = run([{ kind: "woke" }, pushAnswer(2)], two, 9000);
    expect(pulling.state).toMatchObject({ busy: "pull", pushLimit: 100 });
    let { state } = run([timeOut], pulling.state, 9000);
    expect(state).toMatchObject({ pushLimit: 100, pullLimit: 500 });
    ({ state } = run([{ kind: "woke" }, pullAnswer(5)], state, 20_000));
    expect(state.pullLimit).toBe(1000);
    // What was cut for another reason is sent again as it was.
    expect(run([unreachable()], ready()).state.pushLimit).toBe(200);
    const smallest = { ...pulling.state, pullLimit: 25 };
    expect(run([timeOut], smallest).state.pullLimit).toBe(20);
  });

  const tooMany: EngineEvent = {
    ...{ kind: "failed", random: 0.5 },
    failure: {
      ...{ kind: "refused", http: 429, code: "too_many", message: "" },
      retryAfterMs: 60_000,
    },
  };

  test("a server that asks to wait is waited for: no failed run, whatever it hints, until the time or a person has come", () => {
    const facts = { waiting: 0, refused: 0, server: "x" };
    const paused = run([pushAnswer(2), tooMany], ready());
    expect(paused.effects).toEqual([{ kind: "wake", at: 61_000 }]);
    expect(paused.state.runs).toEqual([]);
    expect(statusOf(paused.state, facts)).toMatchObject({
      ...{ kind: "asked-to-wait", nextTry: 61_000 },
    });
    const hinted = run([{ kind: "hinted", head: 99 }], paused.state, 5000);
    expect(hinted.effects).toEqual([{ kind: "wake", at: 61_000 }]);
    const asked = run([{ kind: "nudged" }], paused.state, 5000);
    expect(asked.effects[0]?.kind).toBe("pull");
    const on = run([{ kind: "woke" }], paused.state, 61_000);
    expect(statusOf(on.state, facts).kind).toBe("receiving");
    const end = run([pullAnswer(5)], on.state, 62_000);
    expect(end.state.runs).toMatchObject([{ ok: true, at: 1000, ms: 61_000 }]);
  });

  test("a long reception tells how much is left, a short one and a paused one do not", () => {
    const facts = { waiting: 0, refused: 0, server: "x" };
    const page = { c: "contacts", seq: 1, rev: 1, deleted: true, v: null };
    const docs = Array.from({ length: 1000 }, (_, n) => ({
      ...{ ...page, id: String(n) },
    }));
    const some = (head: number, at: number): EngineEvent => ({
      kind: "pulled",
      answer: {
        ...{ epoch: EPOCH, head, more: true, docs },
        cursors: { contacts: at, tasks: at },
      },
      checkpoint: from(EPOCH, { contacts: at, tasks: at }),
    });
    const long = run([pushAnswer(2), some(100_000, 1000)], ready());
    expect(statusOf(long.state, facts).progress).toEqual({
      ...{ received: 1000, left: 99_000, since: 1000 },
    });
    const short = run([pushAnswer(2), some(1500, 1000)], ready());
    expect(statusOf(short.state, facts).progress).toBeNull();
    const end = run([pullAnswer(100_000)], long.state, 9000).state;
    expect(statusOf(end, facts).progress).toBeNull();
    const configured = { kind: "configured" as const, everyMs: null };
    const paused = run([{ ...configured, paused: true }], long.state, 2000);
    expect(statusOf(paused.state, facts).progress).toBeNull();
    const on = [{ ...configured, paused: false }, some(100_000, 2000)];
    const again = run(on, run([some(100_000, 1500)], paused.state).state, 7000);
    expect(statusOf(again.state, facts).progress?.since).toBe(7000);
  });
});
