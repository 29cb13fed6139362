import type { Change } from "../../../shared/domain/change.ts";
import type { PastImport } from "../../local-store/past-imports.ts";
import type { Save, Store, ContactList } from "../../local-store/store.ts";
import { createSerialQueue } from "../../local-store/serial-queue.ts";
import { columnsFound, mappingOf } from "./columns-found.ts";
import { withBad, withChanges, withRows } from "./count-cards.ts";
import { createImportBoard } from "./import-board.ts";
import type { ImportChannel, ImportSession, Refused } from "./import-ports.ts";
import { createImportRecords, type OpenRecord } from "./import-records.ts";
import {
  emptyPreview,
  NOTHING_WRITTEN,
  type ImportEnd,
  type ImportStep,
} from "./import-state.ts";
import { keepMapping, readMapping } from "../../local-store/import-mappings.ts";
import type { FromImport, ImportSetup, TableRules } from "./messages.ts";
import { lookUp } from "./look-up.ts";
import type { TableFound } from "./table-file.ts";
import { reasonOf, saveGroups } from "./save-groups.ts";
import { takeBack, type TakenBack } from "./take-back.ts";

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
  /** Between two groups the window gets its turn. */
  readonly breathe: () => Promise<void>;
}): ImportSession {
  const { store, list, save } = deps;
  const records = createImportRecords(deps);
  const board = createImportBoard(CHOOSE);
  const { become, advance, share } = board;
  let queue: readonly Waiting[] = [];
  let channel: ImportChannel | null = null;
  let record: OpenRecord | null = null;
  /** Plans that were asked for and have not begun: what comes until then is of an earlier one. */
  let plansToBegin = 0;
  /** Groups of changes that are on their way to the disk. */
  let saving = 0;
  const recording = createSerialQueue();
  const writing = createSerialQueue();
  let setup: ImportSetup | null = null;
  /** By the headings of a table, what was mended in it; it is personal data, and kept no longer than the window. */
  const mended = new Map<string, TableRules["fixes"]>();
  /** The table that is open, as its columns were left. */
  let mapped: Extract<ImportStep, { step: "map" }> | null = null;

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
    const others = board.around.imports.filter(({ id }) => id !== past.id);
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
        if (board.state.step === "map")
          showColumns({ ...board.state, checked: message.columns });
        return;
      case "planning":
        plansToBegin = Math.max(0, plansToBegin - 1);
        return;
      case "rows":
        if (plansToBegin > 0) return;
        if (board.state.step === "reading")
          advance({
            ...board.state,
            preview: withRows(board.state.preview, message),
          });
        return;
      case "previewed":
        if (plansToBegin > 0) return;
        if (board.state.step === "reading")
          become({
            ...{ step: "preview", preview: board.state.preview },
            ...{ known: setup?.known ?? "leave", failed: message.failed },
          });
        return;
      case "changes":
        return onChanges(from, message);
      case "written":
        end("complete");
        return;
      case "refused":
        if (board.state.step === "writing") end("unreadable");
        else refuseFile(message.problem);
    }
  }
  async function onTable(table: TableFound): Promise<void> {
    // Whoever has left meanwhile is not brought back.
    if (board.state.step !== "reading" && board.state.step !== "map") return;
    const earlier = await readMapping(store, table.signature).catch(() => null);
    if (board.state.step !== "reading" && board.state.step !== "map") return;
    const { preview } = board.state;
    const fixes = mended.get(table.signature) ?? {};
    const next = columnsFound(table, earlier, { setup, preview, fixes });
    if (setup) setup = { ...setup, known: next.known };
    showColumns(next);
  }
  function showColumns(next: Extract<ImportStep, { step: "map" }>): void {
    mapped = next;
    become(next);
  }
  function startPlan(rules: TableRules | null): void {
    if (!channel || !setup || !("preview" in board.state)) return;
    become({ step: "reading", preview: emptyPreview(board.state.preview) });
    plansToBegin++;
    channel.post({ kind: "plan", rules, setup });
  }

  function refuseFile(
    problem: Extract<ImportStep, { step: "choose" }>["problem"],
  ): void {
    const fileName =
      "preview" in board.state ? board.state.preview.fileName : "";
    close();
    become({ step: "choose", problem, fileName });
  }
  /** The store or the list of contacts did not answer: whoever waits for it hears so. */
  function onFailure(from: ImportChannel): void {
    if (from !== channel) return;
    if (board.state.step === "writing") end("io");
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
      const failed = await saveGroups(groups, kept, {
        ...{ save, breathe: deps.breathe, onSaved },
        goesOn: () => board.state.step === "writing" && !board.state.canceling,
      });
      saving--;
      if (board.state.step !== "writing") return;
      advance({
        ...board.state,
        done: read,
        written: withBad(board.state.written, badPhotos),
      });
      if (failed) end(failed);
      else if (board.state.canceling) end("canceled");
      else from.post({ kind: "saved", n });
    });
  }
  function onSaved(changes: readonly Change[]): void {
    if (board.state.step === "writing")
      advance({
        ...board.state,
        written: withChanges(board.state.written, changes),
      });
  }
  function end(how: ImportEnd): void {
    close();
    if (board.state.step !== "writing") return;
    const { preview, written, failed } = board.state;
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
    if (board.state.step === "choose" && board.state.problem === null) next();
  }

  function isFree(): boolean {
    return (
      (board.state.step === "choose" || board.state.step === "result") &&
      board.state.undoing === null
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
    plansToBegin = 0;
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
      const known = new Set(board.around.imports.map(({ id }) => id));
      const earlier = imports.filter(({ id }) => !known.has(id));
      share({ imports: [...board.around.imports, ...earlier] });
    },
    () => {},
  );

  return {
    state: () => board.state,
    subscribe: board.subscribe,
    open: (files, setup) => add(files.map((file) => ({ file, setup }))),
    refuse: (fileName, reason) => add([{ fileName, reason }]),
    reshape(shape) {
      if (board.state.step !== "map") return;
      // A row of headings is one of the sheet, or of the charset, that it was found in.
      const { headRow, ...before } = board.state.table.shape;
      const kept = "headRow" in shape ? { headRow } : {};
      channel?.post({ kind: "shape", shape: { ...before, ...kept, ...shape } });
    },
    setRules(
      changed,
      known = board.state.step === "map" ? board.state.known : "fill",
    ) {
      if (board.state.step !== "map") return;
      if (setup) setup = { ...setup, known };
      const rules = { ...board.state.rules, ...changed };
      // A value that was mended stays in sight: the page must not move under the next click.
      const isMended = Object.keys(changed).every((rule) => rule === "fixes");
      const checked = isMended ? board.state.checked : null;
      showColumns({ ...board.state, rules, known, checked });
    },
    check() {
      if (board.state.step === "map" && board.state.checked === null)
        channel?.post({ kind: "check", rules: board.state.rules });
    },
    plan() {
      if (board.state.step !== "map") return;
      const { rules, known, table } = board.state;
      mended.set(table.signature, rules.fixes);
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
      if (board.state.step !== "preview" || !setup) return;
      setup = { ...setup, known };
      if (mapped) mapped = { ...mapped, known };
      startPlan(mapped?.rules ?? null);
    },
    backToColumns() {
      if (
        mapped &&
        (board.state.step === "preview" || board.state.step === "reading")
      )
        become(mapped);
    },
    write() {
      if (board.state.step !== "preview" || !channel) return;
      const { preview, failed } = board.state;
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
        end(reasonOf(error));
      });
    },
    cancel() {
      if (board.state.step === "writing") {
        if (saving > 0) become({ ...board.state, canceling: true });
        else end("canceled");
      } else if (
        board.state.step === "reading" ||
        board.state.step === "preview" ||
        board.state.step === "map"
      )
        next();
    },
    undo(importId) {
      const past = board.state.imports.find(({ id }) => id === importId);
      if (!past || past.undone || !isFree()) return;
      share({ undoing: { id: importId, done: 0, of: 1 }, undoFailed: null });
      void undoImport(past);
    },
    startOver() {
      if (board.state.step !== "writing" && board.state.undoing === null)
        next();
    },
    dropWaiting: () => setQueue([]),
  };
}
