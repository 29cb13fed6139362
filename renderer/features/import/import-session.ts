import type { Change } from "../../../shared/domain/change.ts";
import { setPicture } from "../../../shared/domain/picture.ts";
import type { CollectionName } from "../../../shared/entities/registry.ts";
import {
  undoImport,
  type Imported,
} from "../../../shared/vcard/import-batch.ts";
import type {
  Save,
  SaveResult,
  Store,
  ContactList,
} from "../../local-store/store.ts";
import {
  emptyPreview,
  hasProblem,
  isConcern,
  KEPT_ROWS,
  NOTHING_WRITTEN,
  type ImportState,
  type Preview,
  type Written,
} from "./import-state.ts";
import type { FromImport, ImportSetup, ToImport } from "./messages.ts";

/** The import's worker; tests bring one in their own thread. */
export interface ImportChannel {
  post(message: ToImport): void;
  listen(listener: (message: FromImport) => void): void;
  close(): void;
}

export interface ImportSession {
  state(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Reads the file for the preview; one at a time, what was open before is dropped. */
  open(files: readonly File[], setup: ImportSetup): void;
  /** A file that could not even be handed over. */
  refuse(fileName: string, reason: "too-large" | "unreadable"): void;
  write(): void;
  /** While reading: back to the choice. While writing: ends after the group that is on its way to the disk. */
  cancel(): void;
  undo(): void;
  /** For the next file. */
  startOver(): void;
}

/** Groups that are taken back in one save. */
const UNDO_AT_ONCE = 50;
const FIRST_MADE = 50;
const PICTURES_MAX = 50;
const CHOOSE: ImportState = { step: "choose", problem: null, fileName: "" };

/**
 * One import at a time, from file to result; outlives the page that shows it. Nothing is written before `write`; what
 * an import that ended early has written is in its result and can be taken back like a whole one.
 */
export function createImportSession(deps: {
  readonly openChannel: () => ImportChannel;
  readonly store: Pick<Store, "getMany" | "byContact">;
  readonly list: Pick<ContactList, "known">;
  readonly save: Save;
}): ImportSession {
  const { store, list, save } = deps;
  const listeners = new Set<() => void>();
  let state: ImportState = CHOOSE;
  let channel: ImportChannel | null = null;
  let made: Imported[] = [];
  let saving = false;

  function become(next: ImportState): void {
    state = next;
    for (const listener of listeners) listener();
  }
  function close(): void {
    channel?.close();
    channel = null;
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
        else refuseFile(message);
    }
  }
  function refuseFile({
    problem,
  }: Extract<FromImport, { kind: "refused" }>): void {
    const fileName = state.step === "reading" ? state.preview.fileName : "";
    close();
    become({ step: "choose", problem, fileName });
  }

  async function onChanges(
    from: ImportChannel,
    { changes, badPhotos, read }: Extract<FromImport, { kind: "changes" }>,
  ): Promise<void> {
    saving = true;
    const saved = await save("action.import", changes);
    saving = false;
    if (state.step !== "writing") return;
    if (saved.status === "failed") {
      end(saved.reason);
      return;
    }
    made.push(...changes.map(({ c, id }) => ({ c, id })));
    const written = withChanges(state.written, changes, badPhotos);
    become({ ...state, done: read, written });
    if (state.canceling) end("canceled");
    else from.post({ kind: "saved" });
  }
  function end(how: Extract<ImportState, { step: "result" }>["end"]): void {
    close();
    if (state.step !== "writing") return;
    const { preview, written } = state;
    become({ step: "result", preview, written, end: how, undo: "possible" });
  }

  /** A contact takes along the picture that was given to it since. */
  async function laterPictures(
    part: readonly Imported[],
  ): Promise<readonly Change[]> {
    const contacts = part.filter(({ c }) => c === "contacts");
    const changes = contacts.map(async ({ id }) =>
      setPicture(id, await store.byContact("files", id, PICTURES_MAX), null),
    );
    const own = new Set(part.map(({ id }) => id));
    return (await Promise.all(changes)).flat().filter(({ id }) => !own.has(id));
  }

  async function takeBack(): Promise<SaveResult["status"]> {
    while (made.length > 0) {
      const part = made.slice(-UNDO_AT_ONCE);
      const documents = new Map<string, never>();
      for (const c of [
        "contacts",
        "notes",
        "files",
      ] as const satisfies readonly CollectionName[]) {
        const ids = part.filter((one) => one.c === c).map(({ id }) => id);
        const found = await store.getMany(c, ids);
        for (const [id, document] of found)
          documents.set(`${c}/${id}`, document as never);
      }
      const changes = [
        ...(await laterPictures(part)),
        ...undoImport(part, ({ c, id }) => documents.get(`${c}/${id}`)),
      ];
      const result =
        changes.length > 0 ? await save("action.undoImport", changes) : null;
      if (result?.status === "failed") return "failed";
      made = made.slice(0, -part.length);
    }
    return "saved";
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(files, setup) {
      if (state.step === "writing") return;
      close();
      made = [];
      const [file] = files;
      if (!file || files.length > 1) {
        const problem = file ? ({ reason: "several-files" } as const) : null;
        become({ step: "choose", problem, fileName: "" });
        return;
      }
      const opened = deps.openChannel();
      channel = opened;
      opened.listen((message) => void onMessage(opened, message));
      become({ step: "reading", preview: emptyPreview(file) });
      opened.post({ kind: "preview", file, setup });
    },
    refuse(fileName, reason) {
      if (state.step === "writing") return;
      close();
      become({ step: "choose", problem: { reason }, fileName });
    },
    write() {
      if (state.step !== "preview" || !channel) return;
      const { preview } = state;
      made = [];
      become({
        step: "writing",
        preview,
        written: NOTHING_WRITTEN,
        done: 0,
        canceling: false,
      });
      channel.post({ kind: "write" });
    },
    cancel() {
      if (state.step === "writing") {
        if (saving) become({ ...state, canceling: true });
        else end("canceled");
      } else if (state.step === "reading" || state.step === "preview") {
        close();
        become(CHOOSE);
      }
    },
    undo() {
      if (state.step !== "result" || state.undo === "running") return;
      become({ ...state, undo: "running" });
      void takeBack().then((status) => {
        if (state.step === "result")
          become({ ...state, undo: status === "saved" ? "done" : "failed" });
      });
    },
    startOver() {
      if (state.step === "writing") return;
      close();
      become(CHOOSE);
    },
  };
}

function withRows(
  preview: Preview,
  { rows, makes, read }: Extract<FromImport, { kind: "rows" }>,
): Preview {
  const verdicts = { ...preview.verdicts };
  for (const { verdict } of rows) verdicts[verdict]++;
  const room = KEPT_ROWS - preview.rows.length;
  const concerns = rows.filter(isConcern);
  const roomBelow = KEPT_ROWS - preview.concerns.length;
  return {
    ...preview,
    read,
    cards: preview.cards + rows.length,
    verdicts,
    companies: preview.companies + makes.companies,
    persons: preview.persons + makes.persons,
    photos: preview.photos + makes.photos,
    withProblems: preview.withProblems + rows.filter(hasProblem).length,
    rows: room > 0 ? [...preview.rows, ...rows.slice(0, room)] : preview.rows,
    concerns:
      roomBelow > 0
        ? [...preview.concerns, ...concerns.slice(0, roomBelow)]
        : preview.concerns,
  };
}

function withChanges(
  written: Written,
  changes: readonly Change[],
  badPhotos: readonly string[],
): Written {
  const contacts = changes.flatMap((change) =>
    change.c === "contacts" && change.after ? [change.after] : [],
  );
  const companies = contacts.filter(({ type }) => type === "company").length;
  const room = Math.max(0, FIRST_MADE - written.first.length);
  return {
    companies: written.companies + companies,
    persons: written.persons + contacts.length - companies,
    pictures:
      written.pictures + changes.filter(({ c }) => c === "files").length,
    badPhotos: {
      count: written.badPhotos.count + badPhotos.length,
      first: [...written.badPhotos.first, ...badPhotos].slice(0, FIRST_MADE),
    },
    first: [
      ...written.first,
      ...contacts.slice(0, room).map(({ id, name }) => ({ id, name })),
    ],
  };
}
