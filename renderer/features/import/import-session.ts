import type { Change } from "../../../shared/domain/change.ts";
import type { PastImport } from "../../local-store/past-imports.ts";
import type { Save, Store, ContactList } from "../../local-store/store.ts";
import { withBad, withChanges, withRows } from "./count-cards.ts";
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
import type { FromImport, ImportSetup, ToImport } from "./messages.ts";
import { takeBack, type TakenBack } from "./take-back.ts";

/** The import's worker; tests bring one in their own thread. */
export interface ImportChannel {
  post(message: ToImport): void;
  listen(listener: (message: FromImport) => void): void;
  close(): void;
}

export interface ImportSession {
  state(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Reads a file for the preview. While another one is open or an import is taken back, it waits for its turn. */
  open(files: readonly File[], setup: ImportSetup): void;
  /** A file that could not even be handed over. */
  refuse(fileName: string, reason: Refused["reason"]): void;
  write(): void;
  /** While reading: the next file, or back to the choice. While writing: ends after the group on its way to the disk. */
  cancel(): void;
  /** Takes back an import of the list. One at a time, and not while a file is open. */
  undo(importId: string): void;
  /** The next file that waits; without any, back to the choice. */
  startOver(): void;
  /** Files that wait are not opened after all. */
  dropWaiting(): void;
}

interface Refused {
  readonly fileName: string;
  readonly reason: "too-large" | "unreadable" | "notebook";
}
type Waiting = Refused | { readonly file: File; readonly setup: ImportSetup };

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
  let saving = false;

  function become(next: ImportStep): void {
    state = { ...next, ...around };
    for (const listener of listeners) listener();
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
        const ids = await list.known(message.lookups);
        const found = await store.getMany("contacts", ids);
        from.post({ kind: "found", contacts: [...found.values()] });
        return;
      }
      case "rows":
        if (state.step === "reading")
          become({ ...state, preview: withRows(state.preview, message) });
        return;
      case "previewed":
        if (state.step === "reading") become({ ...state, step: "preview" });
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
    { groups, badPhotos, read }: Extract<FromImport, { kind: "changes" }>,
  ): Promise<void> {
    saving = true;
    const failed = await saveAll(groups).finally(() => {
      saving = false;
    });
    if (state.step !== "writing") return;
    become({
      ...state,
      done: read,
      written: withBad(state.written, badPhotos),
    });
    if (failed) end(failed);
    else if (state.canceling) end("canceled");
    else from.post({ kind: "saved" });
  }
  /** Stops before the next group when the person wants it. */
  async function saveAll(
    groups: readonly (readonly Change[])[],
  ): Promise<"disk-full" | "io" | null> {
    try {
      await record?.add(groups.flat());
      for (const changes of groups) {
        if (state.step !== "writing" || state.canceling) return null;
        const saved = await save("action.import", changes);
        if (saved.status === "failed") return saved.reason;
        become({ ...state, written: withChanges(state.written, changes) });
      }
      return null;
    } catch (error) {
      return error instanceof RecordNotKept ? error.reason : "io";
    }
  }
  function end(how: ImportEnd): void {
    close();
    if (state.step !== "writing") return;
    const { preview, written } = state;
    const past = record?.past ?? null;
    record = null;
    const { companies, persons, pictures } = written;
    const left = companies + persons > 0;
    if (past && left) {
      const ended = { ...past, end: how, companies, persons, pictures };
      remember(ended);
      // Should it fail, the next start finds an import that was cut off, and counts it.
      void records.put(ended).catch(() => {});
      // After a failed save nobody knows what is on the disk: the next start counts that too.
    } else if (past && how !== "io" && how !== "disk-full")
      void records.forget(past).catch(() => {});
    const importId = past && left ? past.id : null;
    become({ step: "result", preview, written, end: how, importId });
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
  function read(file: File, setup: ImportSetup): void {
    const opened = deps.openChannel();
    channel = opened;
    opened.listen(
      (message) =>
        void onMessage(opened, message).catch(() => onFailure(opened)),
    );
    become({ step: "reading", preview: emptyPreview(file) });
    opened.post({ kind: "preview", file, setup });
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
    write() {
      if (state.step !== "preview" || !channel) return;
      const { preview } = state;
      const from = channel;
      become({
        step: "writing",
        preview,
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
        if (saving) become({ ...state, canceling: true });
        else end("canceled");
      } else if (state.step === "reading" || state.step === "preview") next();
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
