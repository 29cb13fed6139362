import type { ImportChannel } from "../../../../../renderer/features/import/import-ports.ts";
import { createImportSession } from "../../../../../renderer/features/import/import-session.ts";
import {
  undoOf,
  type ImportState,
} from "../../../../../renderer/features/import/import-state.ts";
import type {
  FromImport,
  ImportSetup,
} from "../../../../../renderer/features/import/messages.ts";
import { serveImport } from "../../../../../renderer/features/import/serve-import.ts";
import type { SaveResult } from "../../../../../renderer/local-store/store.ts";
import type { Change } from "../../../../../shared/domain/change.ts";
import { newIdFrom } from "../../../../../shared/domain/new-id.ts";
import type { Contact } from "../../../../../shared/entities/contact.ts";
import { collectionNames } from "../../../../../shared/entities/registry.ts";
import { nameKey } from "../../../../../shared/vcard/name-key.ts";

export const setup: ImportSetup = {
  now: 1_773_400_000_000,
  setting: null,
  userSalesperson: "CRO",
  today: "2026-03-13",
  known: "fill",
  words: {
    work: "work",
    home: "home",
    mobile: "mobile",
    fax: "fax",
    pager: "pager",
    main: "main",
  },
};

/** Node has no canvas: any picture but an empty one becomes the same small one. */
const reduce = async (bytes: Uint8Array) =>
  bytes.length > 4
    ? {
        mime: "image/jpeg",
        bytes: 3,
        sha256: "0".repeat(64),
        thumb: "/9j/",
      }
    : null;

/** The worker in this thread; its messages arrive later, as clones, and not at all once it is ended. */
function channelHere(
  onPosted: (message: FromImport) => void = () => {},
): ImportChannel {
  let hear: (message: FromImport) => void = () => {};
  let open = true;
  const receive = serveImport((message) => {
    onPosted(message);
    const clone = structuredClone(message);
    setImmediate(() => open && hear(clone));
  }, reduce);
  return {
    post: (message) => setImmediate(() => open && receive(message)),
    listen: (listener) => (hear = listener),
    close: () => (open = false),
  };
}

type Step<S extends ImportState["step"]> = Extract<ImportState, { step: S }>;
type Stored = { readonly c: string; readonly after: { readonly id: string } };

/** What survives a restart: the documents of a device. */
export type Disk = Map<string, Stored>;

const DAY_MS = 86_400_000;

/**
 * An import on a store in memory. `onSave` may wait, throw, or answer in its place; `onRead` may throw; `days` is how
 * much later than the others this session begins.
 */
export function desk(
  options: {
    readonly disk?: Disk;
    readonly days?: number;
    readonly onSave?: (
      label: string,
      changes: readonly Change[],
    ) => Promise<SaveResult | void> | void;
    readonly onRead?: (what: "known" | "getMany" | "byContact") => void;
    /** What the worker says, before the session hears it. */
    readonly onPosted?: (message: FromImport) => void;
  } = {},
) {
  const documents: Disk = options.disk ?? new Map<string, Stored>();
  const saves: { label: string; changes: readonly Change[] }[] = [];
  const of = (c: string) =>
    [...documents.values()].flatMap((one) => (one.c === c ? one.after : []));
  const contacts = () => of("contacts") as unknown as readonly Contact[];
  /** Documents that a person sees; records of imports are none. */
  const seen = () => [...documents.values()].filter(({ c }) => c !== "drafts");
  const read = options.onRead ?? (() => {});
  const now = () => setup.now + (options.days ?? 0) * DAY_MS;
  const session = createImportSession({
    openChannel: () => channelHere(options.onPosted),
    now,
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    newId: newIdFrom(
      { now },
      { bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) },
    ),
    list: {
      known: async ({ names, externalIds }) => {
        read("known");
        const found = contacts().filter(
          ({ name, externalId }) =>
            names.includes(nameKey(name)) ||
            externalIds.includes(externalId ?? ""),
        );
        // Whoever knows an absorbed one is told of the one that stands for it, too.
        return found.flatMap(({ id, mergedInto }) =>
          mergedInto === undefined ? [id] : [id, mergedInto],
        );
      },
      peopleOf: async (id) =>
        contacts().filter(
          ({ type, companyId }) => type === "person" && companyId === id,
        ) as never,
    },
    store: {
      counts: async () =>
        Object.fromEntries(
          collectionNames.map((c) => [c, of(c).length]),
        ) as never,
      byContact: async (c, contactId) => {
        read("byContact");
        return of(c).filter(
          (one) => (one as { contactId?: string }).contactId === contactId,
        ) as never;
      },
      getMany: async (c, ids) => {
        read("getMany");
        return new Map(
          ids.flatMap((id) => {
            const found = documents.get(id);
            return found?.c === c ? [[id, found.after as never]] : [];
          }),
        );
      },
    },
    save: async (label, changes) => {
      const answer = await options.onSave?.(label, changes);
      if (answer) return answer;
      saves.push({ label, changes });
      for (const { c, id, after } of changes) {
        if (after) documents.set(id, { c, after });
        else documents.delete(id);
      }
      return { status: "saved", d: saves.length };
    },
  });
  async function when<T>(find: (state: ImportState) => T | null): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = find(session.state());
        if (found !== null) resolve(found);
      };
      session.subscribe(look);
      look();
    });
  }
  const until = <S extends ImportState["step"]>(step: S) =>
    when((state) => (state.step === step ? (state as Step<S>) : null));
  /** The whole way of one file. */
  async function importing(file: File): Promise<Step<"result">> {
    await previewing(file);
    session.write();
    return until("result");
  }
  /** To the preview; a table goes there as it was understood. */
  async function previewing(file: File): Promise<Step<"preview">> {
    session.startOver();
    session.open([file], setup);
    const read = await when((state) =>
      (state.step === "map" || state.step === "preview") &&
      state.preview.fileName === file.name
        ? state.step
        : null,
    );
    if (read === "map") session.plan();
    return until("preview");
  }
  /** Takes an import back, to its end. */
  async function undoing(id: string): Promise<"done" | "failed"> {
    session.undo(id);
    return when((state) => {
      const undo = undoOf(state, id);
      return undo === "done" || undo === "failed" ? undo : null;
    });
  }
  return {
    session,
    documents,
    saves,
    of,
    seen,
    contacts,
    when,
    until,
    importing,
    previewing,
    undoing,
  };
}

export function cards(
  count: number,
  each: (i: number) => readonly string[],
  name = "cards.vcf",
): File {
  const text = Array.from({ length: count }, (_, i) =>
    ["BEGIN:VCARD", "VERSION:3.0", ...each(i), "END:VCARD", ""].join("\r\n"),
  ).join("");
  return new File([text], name);
}
export const people = (count: number, name = "cards.vcf") =>
  cards(
    count,
    (i) => [`N:Nr${i};Zoë`, `ORG:Firma ${i % 7}`, `UID:u${i}`],
    name,
  );
