import { lookBackFrom } from "../../../shared/domain/written-up.ts";
import { weekOf } from "../../../shared/core/calendar.ts";
import type { DuplicateSetUp } from "../../../shared/domain/duplicate-set-up.ts";
import type { HappenedAnswer, ListFilter } from "../store.ts";
import { storedRows } from "../feed-projection.ts";
import { toStored } from "../new-document.ts";
import { createAgenda } from "./agenda.ts";
import { answerTo } from "./answer-to.ts";
import { projectionKey, type BlobStore } from "./blob-store.ts";
import { createEarlyInteractions } from "./early-interactions.ts";
import { createGate, type Gate } from "./gate.ts";
import { createKeeper, type Keeper } from "./keeper.ts";
import { loadProjection } from "./load-projection.ts";
import {
  fedNames,
  type FedName,
  type FeedMessage,
  type FeedRequest,
  type FromProjection,
  type OwnRows,
  type Question,
  type ToProjection,
} from "./messages.ts";
import { createProjection, type Projection } from "./projection.ts";
import { sourceOf } from "./questions.ts";
import { aTurn, runSearch } from "./run-search.ts";
import { createStoreCheck } from "./store-check.ts";
import { createThrottle, type Throttle } from "../throttle.ts";

/** Changes are told at once, then at most this often: a first sync brings thousands of them. */
const TELL_EVERY_MS = 50;
/** More than one form saves at a time is a run over many records: it is told like what comes from elsewhere. */
const FORM_ROWS = 5;
/** After the last change what is shown is stored. */
const QUIET_MS = 2_000;

/**
 * The projection behind messages. What is stored is loaded, then the store worker is asked for what it lacks; where
 * nothing is stored, for everything. Questions wait until everything that they are about has arrived: "no contacts"
 * must never be said of a list that is still being read.
 *
 * @param openBlobs null: nothing is stored
 */
export function serveProjection(
  post: (message: FromProjection) => void,
  openBlobs: ((key: CryptoKey | null) => BlobStore) | null = null,
  quietMs = QUIET_MS,
): (message: ToProjection) => void {
  /** Takes what the feed says. */
  let live = createProjection();
  /** Answers; while the live one is being built what could be loaded, if anything. */
  let shown: Projection = live;
  let agenda = createAgenda(shown);
  let keeper: Keeper | null = null;
  let blobs: BlobStore | null = null;
  /** Null = has been loaded: messages are taken as they come. */
  let held: (FeedMessage | OwnRows)[] | null = [];
  const list = createGate();
  /** Contacts are found by their words. */
  const words = createGate();
  const gates = Object.fromEntries(
    fedNames.map((c) => [c, createGate()]),
  ) as Record<FedName, Gate>;
  const completed = new Set<FedName>();
  const tell = createThrottle(() => post({ kind: "changed" }), TELL_EVERY_MS);
  const tellAgenda = createThrottle(
    () => post({ kind: "agenda-changed" }),
    TELL_EVERY_MS,
  );
  let isRenewed = false;
  let newestSearch = 0;
  let scanning = 0;
  const port = Promise.withResolvers<MessagePort>();
  const request = (message: FeedRequest): void =>
    void port.promise.then((one) => one.postMessage(message));
  const early = createEarlyInteractions({
    request,
    whole: gates.interactions,
    shown: () => shown,
  });
  const check = createStoreCheck({
    request,
    sizes: () => live.sizes,
    ahead: () => live.ahead,
    progress: (progress) => post({ kind: "building", progress }),
    isFresh: () => live.isFresh,
    isRenewed: () => isRenewed,
    accept: (c, more) => live.accept(c, more),
    agreed() {
      if (!live.isFresh) return;
      live.isFresh = false;
      keeper?.stale();
    },
  });

  function show(projection: Projection): void {
    shown = projection;
    agenda = createAgenda(shown);
  }
  function changed(c: FedName, ownRows = Infinity): void {
    const told = (throttle: Throttle) =>
      ownRows <= FORM_ROWS ? throttle.now() : throttle();
    if (c === "contacts") {
      // While nothing is shown yet there is nothing to read again.
      if (list.open) told(tell);
      return;
    }
    if (gates[c].open) return told(tellAgenda);
    if (c !== "interactions") return;
    // All of them are still coming: whoever shows the newest of a card is told of what is saved here.
    const { since, newest } = early.isAnswered;
    if (since || (newest && ownRows <= FORM_ROWS)) told(tellAgenda);
  }
  function apply(message: FeedMessage | OwnRows): void {
    if (!("kind" in message)) {
      live.applyOwn(message);
      if (shown !== live) shown.applyOwn(message);
      return changed(message.c, message.rows.length);
    }
    switch (message.kind) {
      case "stored": {
        const news = live.applyStored(message);
        check.read(message.c, message.rows.length);
        if (news.rows.length === 0) return;
        keeper?.applied(news);
        return changed(message.c);
      }
      case "inserted": {
        const { c, documents, lwt } = message;
        return apply(
          storedRows(
            c,
            documents.map((one) => toStored(one, lwt)),
          ),
        );
      }
      case "complete":
        return complete(message.c);
      case "counted":
        if (check.counted(message.c, message.count)) void renew();
        return;
      case "cadences":
        for (const one of new Set([live, shown]))
          one.setCadences(new Map(message.cadences));
        changed("contacts");
        return tellAgenda();
      case "interactions-complete":
      case "newest-complete":
        return early.take(message);
      case "failed":
        for (const gate of [list, words, ...Object.values(gates)])
          gate.fail(message.reason);
    }
  }
  function complete(c: FedName): void {
    if (c === "contacts" && shown !== live) show(live);
    if (c === "contacts") for (const gate of [list, words]) gate.pass();
    gates[c].pass();
    changed(c);
    completed.add(c);
    if (completed.size < fedNames.length) return;
    check.complete();
    keeper?.ready();
    post({ kind: "ready" });
  }
  async function renew(): Promise<void> {
    await blobs?.clear();
    post({ kind: "renew" });
  }

  async function start(key: Uint8Array<ArrayBuffer> | null): Promise<void> {
    if (openBlobs === null) return begin(false);
    blobs = openBlobs(key && (await projectionKey(key)));
    const loaded = await loadProjection(
      blobs,
      (listed) => {
        show(listed);
        list.pass();
        tell();
      },
      words.pass,
    );
    keeper = createKeeper(
      blobs,
      () => live,
      () => {
        // Building leaves rubbish behind: a new worker reads what this one has written.
        if (!loaded) post({ kind: "renew" });
      },
      quietMs,
    );
    if (!loaded) return begin(false);
    live = loaded.projection;
    show(live);
    loaded.forgetList();
    keeper.loaded(loaded.beside);
    begin(true);
  }
  function begin(isLoaded: boolean): void {
    if (!list.open) show(live);
    const taken = held ?? [];
    held = null;
    request({ kind: "start", since: isLoaded ? live.latest : null });
    if (!isLoaded) {
      keeper?.stale();
      check.building();
    }
    // The store's newest is asked for now; what is there can be asked.
    if (isLoaded) for (const gate of Object.values(gates)) gate.pass();
    for (const message of taken) apply(message);
    if (isLoaded) {
      tell();
      tellAgenda();
    }
  }

  async function arrived(question: Question): Promise<void> {
    const source = sourceOf(question);
    if (source === "contacts") return list.passed;
    if (source === "words") return words.passed;
    await gates.contacts.passed;
    const { ask } = question;
    if (ask === "sales") return gates.opportunities.passed;
    if (ask === "postponed") return gates.interactions.passed;
    if (ask === "happened") {
      await gates.tasks.passed;
      return early.newestOf(question.question);
    }
    if (ask === "attended") {
      await gates.tasks.passed;
      return gates.interactions.passed;
    }
    if (ask !== "due" && ask !== "week" && ask !== "diary") return;
    await gates.tasks.passed;
    if (ask === "diary")
      await early.since(weekOf(question.question.monday).monday);
    if (ask !== "week") return;
    await early.since(lookBackFrom(question.question.today));
    // When visits are due is told by every contact's figures.
    await countFigures();
  }
  async function countFigures(): Promise<void> {
    while (shown.countSome()) await aTurn();
  }
  /** Figures beside the views' names are in no hurry: between two of them whoever types or scrolls gets a turn. */
  async function countAll(
    filters: readonly ListFilter[],
  ): Promise<readonly number[]> {
    const counts: number[] = [];
    await countFigures();
    for (const filter of filters) {
      await aTurn();
      counts.push(shown.countOf(filter));
    }
    return counts;
  }
  async function answer(n: number, question: Question): Promise<void> {
    try {
      await arrived(question);
      const answered =
        question.ask === "countsOf"
          ? await countAll(question.filters)
          : await answerTo(shown, agenda, question);
      const isPart = question.ask === "happened" && !gates.interactions.open;
      const answer = isPart
        ? { ...(answered as HappenedAnswer), more: true, reading: true }
        : answered;
      post({ kind: "answer", n, answer });
    } catch (error) {
      post({ kind: "refused", n, reason: String(error) });
    }
  }
  async function search(n: number, text: string, limit: number): Promise<void> {
    newestSearch = n;
    await words.passed;
    const isNewest = () => newestSearch === n;
    if (!isNewest()) return;
    const { passed } = gates.contacts;
    await runSearch(
      () => shown,
      passed,
      text,
      limit,
      isNewest,
      (found) => post({ kind: "found", n, found }),
    );
  }
  async function scan(n: number, setUp: DuplicateSetUp): Promise<void> {
    scanning = n;
    await gates.contacts.passed;
    const tellShare = createThrottle(
      () => post({ kind: "scanning", n, share }),
      TELL_EVERY_MS,
    );
    let share = 0;
    const answer = await shown.scan(
      setUp,
      () => scanning !== n,
      (now) => {
        share = now;
        tellShare();
      },
    );
    post({ kind: "answer", n, answer });
  }
  function take(message: FeedMessage | OwnRows): void {
    if (held) held.push(message);
    else apply(message);
  }
  return (message) => {
    switch (message.kind) {
      case "configure":
        isRenewed = message.renewed === true;
        start(message.key).catch((error: unknown) =>
          take({ kind: "failed", reason: String(error) }),
        );
        return;
      case "feed":
        message.port.onmessage = ({ data }) => take(data as FeedMessage);
        return port.resolve(message.port);
      case "own":
        return message.changes.forEach(take);
      case "ask":
        void answer(message.n, message.question);
        return;
      case "scan":
        scan(message.n, message.setUp).catch((error: unknown) =>
          post({ kind: "refused", n: message.n, reason: String(error) }),
        );
        return;
      case "stop-scan":
        if (scanning === message.n) scanning = 0;
        return;
      case "search":
        search(message.n, message.text, message.limit).catch((error: unknown) =>
          post({ kind: "refused", n: message.n, reason: String(error) }),
        );
    }
  };
}
