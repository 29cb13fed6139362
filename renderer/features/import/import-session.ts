import type { Change } from "../../../shared/domain/change.ts";
import type { PastImport } from "../../local-store/past-imports.ts";
import type { Save, Store, ContactList } from "../../local-store/store.ts";
import { createSerialQueue } from "../../local-store/serial-queue.ts";
import { columnsFound, mappingOf } from "./columns-found.ts";
import { withBad, withChanges, withRows } from "./count-cards.ts";
import type { ImportChannel, ImportSession, Refused } from "./import-ports.ts";
import {
  createImportRecords,
  RecordNotKept,
  type OpenRecord,
} from "./import-records.ts";
import {
  emptyPreview,
  NOTHING_WRITTEN,
  type Around,
  type ImportEnd,
  type ImportState,
  type ImportStep,
} from "./import-state.ts";
import { keepMapping, readMapping } from "../../local-store/import-mappings.ts";
import type { FromImport, ImportSetup, TableRules } from "./messages.ts";
import { lookUp } from "./look-up.ts";
import type { TableFound } from "./table-file.ts";
import { takeBack, type TakenBack } from "./take-back.ts";

type Waiting = Refused | { readonly file: File; readonly setup: ImportSetup };

const TELL_EVERY_MS = 250;
const CHOOSE: ImportStep = { step: "choose", problem: null, fileName: "" };

/**
 * One import at a time, from file to result; outlives the page that shows it. Nothing is written before `write`; what
 * an import that ended early has written is in its result and can be taken back like a whole one. A store that fails
 * ends a step with words, and never leaves it waiting.
 */
export function createImportSession(deps: {
  readonly openChannel: () => ImportChannel;
  readonly store: Pick<Store, "getMany" | "byContact" | "counts">;
  readonly list: Pick<ContactList, "known" | "peopleOf">;
  readonly save: Save;
  readonly now: () => number;
  readonly newId: () => string;
  /** Between two groups the window gets its turn. */
  readonly breathe: () => Promise<void>;
}): ImportSession {
  const { store, list, save } = deps;
  const records = createImportRecords(deps);
  const listeners = new Set<() => void>();
  let queue: readonly Waiting[] = [];
  let around: Around = {
    waiting: [],
    imports: [],
    undoing: null,
    undoFailed: null,
  };
  let state: ImportState = { ...CHOOSE, ...around };
  let channel: ImportChannel | null = null;
  let record: OpenRecord | null = null;
  /** Groups of changes that are on their way to the disk. */
  let saving = 0;
  const recording = createSerialQueue();
  const writing = createSerialQueue();
  let setup: ImportSetup | null = null;
  /** The table that is open, as its columns were left. */
  let mapped: Extract<ImportStep, { step: "map" }> | null = null;

  let telling: ReturnType<typeof setTimeout> | null = null;

  function become(next: ImportStep): void {
    if (telling !== null) clearTimeout(telling);
    telling = null;
    state = { ...next, ...around };
    for (const listener of listeners) listener();
  }
  /** Progress, which a person reads some times in a second and not a hundred. */
  function advance(next: ImportStep): void {
    state = { ...next, ...around };
    telling ??= setTimeout(() => {
      telling = null;
      for (const listener of listeners) listener();
    }, TELL_EVERY_MS);
  }
  function share(changed: Partial<Around>): void {
    around = { ...around, ...changed };
    become(state);
  }
  function setQueue(next: readonly Waiting[]): void {
    queue = next;
    share({
      waiting: next.map((one) =>
        "file" in one ? one.file.name : one.fileName,
      ),
    });
  }
  function close(): void {
    channel?.close();
    channel = null;
  }
  function remember(past: PastImport): void {
    const others = around.imports.filter(({ id }) => id !== past.id);
    share({ imports: [past, ...others].sort((a, b) => b.at - a.at) });
  }

  async function onMessage(
    from: ImportChannel,
    message: FromImport,
  ): Promise<void> {
    // What a worker says that was ended meanwhile is about nothing.
    if (from !== channel) return;
    switch (message.kind) {
      case "lookup": {
        const found = await lookUp(deps, message.lookups, setup?.known);
        from.post({ kind: "found", n: message.n, ...found });
        return;
      }
      case "table":
        return onTable(message.table);
      case "checked":
        if (state.step === "map")
          showColumns({ ...state, checked: message.columns });
        return;
      case "planning":
        if (state.step === "reading")
          become({ step: "reading", preview: emptyPreview(state.preview) });
        return;
      case "rows":
        if (state.step === "reading")
          advance({ ...state, preview: withRows(state.preview, message) });
        return;
      case "previewed":
        if (state.step === "reading")
          become({
            ...{ step: "preview", preview: state.preview },
            ...{ known: setup?.known ?? "leave", failed: message.failed },
          });
        return;
      case "changes":
        return onChanges(from, message);
      case "written":
        end("complete");
        return;
      case "refused":
        if (state.step === "writing") end("unreadable");
        else refuseFile(message.problem);
    }
  }
  async function onTable(table: TableFound): Promise<void> {
    // Whoever has left meanwhile is not brought back.
    if (state.step !== "reading" && state.step !== "map") return;
    const earlier = await readMapping(store, table.signature).catch(() => null);
    if (state.step !== "reading" && state.step !== "map") return;
    const { preview } = state;
    const next = columnsFound(table, earlier, { setup, preview });
    if (setup) setup = { ...setup, known: next.known };
    showColumns(next);
  }
  function showColumns(next: Extract<ImportStep, { step: "map" }>): void {
    mapped = next;
    become(next);
  }
  function startPlan(rules: TableRules | null): void {
    if (!channel || !setup || !("preview" in state)) return;
    become({ step: "reading", preview: emptyPreview(state.preview) });
    channel.post({ kind: "plan", rules, setup });
  }

  function refuseFile(
    problem: Extract<ImportStep, { step: "choose" }>["problem"],
  ): void {
    const fileName = "preview" in state ? state.preview.fileName : "";
    close();
    become({ step: "choose", problem, fileName });
  }
  /** The store or the list of contacts did not answer: whoever waits for it hears so. */
  function onFailure(from: ImportChannel): void {
    if (from !== channel) return;
    if (state.step === "writing") end("io");
    else refuseFile({ reason: "notebook" });
  }

  async function onChanges(
    from: ImportChannel,
    { n, groups, badPhotos, read }: Extract<FromImport, { kind: "changes" }>,
  ): Promise<void> {
    saving++;
    // What the next ones make is put on record while these are written.
    const kept = recording.run(async () => record?.add(groups.flat()));
    kept.catch(() => {});
    await writing.run(async () => {
      const failed = await saveAll(groups, kept);
      saving--;
      if (state.step !== "writing") return;
      advance({
        ...state,
        done: read,
        written: withBad(state.written, badPhotos),
      });
      if (failed) end(failed);
      else if (state.canceling) end("canceled");
      else from.post({ kind: "saved", n });
    });
  }
  /**
   * None waits for the one before it: the journal writes them together. A person who stops keeps those that are on their
   * way.
   */
  async function saveAll(
    groups: readonly (readonly Change[])[],
    kept: Promise<void>,
  ): Promise<"disk-full" | "io" | null> {
    try {
      await kept;
      const saves: ReturnType<typeof saveGroup>[] = [];
      for (const group of groups) {
        if (state.step !== "writing" || state.canceling) break;
        const saving = saveGroup(group);
        // Said by `Promise.all`, when the others have begun.
        saving.catch(() => {});
        saves.push(saving);
        await deps.breathe();
      }
      const failures = await Promise.all(saves);
      return failures.find((one) => one !== null) ?? null;
    } catch (error) {
      return error instanceof RecordNotKept ? error.reason : "io";
    }
  }
  async function saveGroup(
    changes: readonly Change[],
  ): Promise<"disk-full" | "io" | null> {
    const saved = await save("action.import", changes);
    if (saved.status === "failed") return saved.reason;
    if (state.step === "writing")
      advance({ ...state, written: withChanges(state.written, changes) });
    return null;
  }
  function end(how: ImportEnd): void {
    close();
    if (state.step !== "writing") return;
    const { preview, written, failed } = state;
    const past = record?.past ?? null;
    record = null;
    const { companies, persons, pictures, updates, visits } = written;
    const left = companies + persons + updates + visits > 0;
    if (past && left) {
      const counts = { companies, persons, pictures, updates, visits };
      const ended = { ...past, end: how, ...counts };
      remember(ended);
      // Should it fail, the next start finds an import that was cut off, and counts it.
      void recording.run(() => records.put(ended)).catch(() => {});
      // After a failed save nobody knows what is on the disk: the next start counts that too.
    } else if (past && how !== "io" && how !== "disk-full")
      void recording.run(() => records.forget(past)).catch(() => {});
    const importId = past && left ? past.id : null;
    become({
      ...{ step: "result", preview, written, failed, end: how, importId },
    });
  }

  async function begin(from: ImportChannel, fileName: string): Promise<void> {
    // What is found running on the disk is then from before.
    await loaded;
    const opened = await records.begin(fileName);
    if (from !== channel) return records.forget(opened.past);
    record = opened;
    from.post({ kind: "write" });
  }

  async function undoImport(past: PastImport): Promise<void> {
    const onProgress = (done: number, of: number) =>
      share({ undoing: { id: past.id, done, of } });
    // A local save without any change ends when the store has everything that was saved before.
    const settled = () => records.put(past);
    const use = { store, list, save, settled };
    const taken = await takeBack(use, past.id, onProgress)
      // What is deleted is deleted and the rest is whole: it can be done again.
      .catch((): TakenBack => ({ status: "failed", kept: 0, first: [] }));
    if (taken.status === "failed")
      share({ undoing: null, undoFailed: past.id });
    else {
      const undone = {
        ...past,
        undone: { kept: taken.kept, first: taken.first },
      };
      share({ undoing: null });
      remember(undone);
      void records
        .put(undone)
        .then(() => records.forgetParts(past.id))
        .catch(() => {});
    }
    // A file that was opened meanwhile; a result stays until the person leaves it.
    if (state.step === "choose" && state.problem === null) next();
  }

  function isFree(): boolean {
    return (
      (state.step === "choose" || state.step === "result") &&
      state.undoing === null
    );
  }
  function add(waiting: readonly Waiting[]): void {
    const free = isFree() && queue.length === 0;
    if (waiting.length > 0) setQueue([...queue, ...waiting]);
    if (free) next();
  }
  function next(): void {
    close();
    const [first, ...others] = queue;
    setQueue(others);
    if (!first) become(CHOOSE);
    else if ("file" in first) read(first.file, first.setup);
    else {
      const { fileName, reason } = first;
      become({ step: "choose", problem: { reason }, fileName });
    }
  }
  function read(file: File, given: ImportSetup): void {
    const opened = deps.openChannel();
    channel = opened;
    setup = given;
    mapped = null;
    opened.listen(
      (message) =>
        void onMessage(opened, message).catch(() => onFailure(opened)),
    );
    const { name, size } = file;
    become({
      ...{
        step: "reading",
        preview: emptyPreview({ fileName: name, bytes: size }),
      },
    });
    opened.post({ kind: "open", file, setup: given });
  }

  // Without the list of earlier imports, new ones go on all the same.
  const loaded = records.load().then(
    (imports) => {
      const known = new Set(around.imports.map(({ id }) => id));
      const earlier = imports.filter(({ id }) => !known.has(id));
      share({ imports: [...around.imports, ...earlier] });
    },
    () => {},
  );

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (files, setup) => add(files.map((file) => ({ file, setup }))),
    refuse: (fileName, reason) => add([{ fileName, reason }]),
    reshape(shape) {
      if (state.step !== "map") return;
      // A row of headings is one of the sheet, or of the charset, that it was found in.
      const { headRow, ...before } = state.table.shape;
      const kept = "headRow" in shape ? { headRow } : {};
      channel?.post({ kind: "shape", shape: { ...before, ...kept, ...shape } });
    },
    setRules(changed, known = state.step === "map" ? state.known : "fill") {
      if (state.step !== "map") return;
      if (setup) setup = { ...setup, known };
      const rules = { ...state.rules, ...changed };
      // A value that was mended stays in sight: the page must not move under the next click.
      const isMended = Object.keys(changed).every((rule) => rule === "fixes");
      const checked = isMended ? state.checked : null;
      showColumns({ ...state, rules, known, checked });
    },
    check() {
      if (state.step === "map" && state.checked === null)
        channel?.post({ kind: "check", rules: state.rules });
    },
    plan() {
      if (state.step !== "map") return;
      const { rules, known, table } = state;
      const mapping = mappingOf(rules, known);
      // The next table is else read as if it were the first.
      void keepMapping(
        { store, save },
        table.signature,
        mapping,
        deps.now(),
      ).catch(() => {});
      startPlan(rules);
    },
    replan(known) {
      if (state.step !== "preview" || !setup) return;
      setup = { ...setup, known };
      if (mapped) mapped = { ...mapped, known };
      startPlan(mapped?.rules ?? null);
    },
    backToColumns() {
      if (mapped && (state.step === "preview" || state.step === "reading"))
        become(mapped);
    },
    write() {
      if (state.step !== "preview" || !channel) return;
      const { preview, failed } = state;
      const from = channel;
      become({
        step: "writing",
        preview,
        failed,
        written: NOTHING_WRITTEN,
        done: 0,
        canceling: false,
      });
      void begin(from, preview.fileName).catch((error: unknown) => {
        if (from !== channel) return;
        end(error instanceof RecordNotKept ? error.reason : "io");
      });
    },
    cancel() {
      if (state.step === "writing") {
        if (saving > 0) become({ ...state, canceling: true });
        else end("canceled");
      } else if (
        state.step === "reading" ||
        state.step === "preview" ||
        state.step === "map"
      )
        next();
    },
    undo(importId) {
      const past = state.imports.find(({ id }) => id === importId);
      if (!past || past.undone || !isFree()) return;
      share({ undoing: { id: importId, done: 0, of: 1 }, undoFailed: null });
      void undoImport(past);
    },
    startOver() {
      if (state.step !== "writing" && state.undoing === null) next();
    },
    dropWaiting: () => setQueue([]),
  };
}
