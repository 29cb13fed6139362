import type { Note } from "../../shared/entities/note.ts";
import type {
  FieldConflict,
  Stamp,
  StoredDocument,
} from "../../shared/sync/stored-document.ts";
import type { UnsavedDocument } from "../storage/sync-storage.ts";
import { isoOf, msOf } from "./envelope.ts";

type Json = NonNullable<Note["base"]>;

/** What a merge decided, for the people concerned: both values, who typed them, when. The loser can be taken back. */
export function conflictNote(
  id: string,
  doc: StoredDocument,
  conflict: FieldConflict,
  userNames: ReadonlyMap<string, string>,
): Note {
  const side = ({ value, stamp }: FieldConflict["winner"]) => ({
    value: (value ?? null) as Json,
    userId: stamp.u,
    ...(userNames.has(stamp.u) ? { userName: userNames.get(stamp.u) } : {}),
    ...(stamp.d === "" ? {} : { deviceId: stamp.d }),
    at: isoOf(msOf(stamp.h)),
  });
  const contactId = contactConcerned(doc);
  return {
    id,
    kind: "conflict",
    ...(contactId === undefined ? {} : { contactId }),
    collection: doc.c,
    docId: doc.id,
    ...(conflict.path === "" ? {} : { field: conflict.path }),
    ...(conflict.base === null || conflict.base === undefined
      ? {}
      : { base: conflict.base as Json }),
    winner: side(conflict.winner),
    loser: side(conflict.loser),
    status: "open",
  };
}

/** Tells one person that the number they typed was taken (NUM-8). */
export function numberNotice(
  id: string,
  doc: StoredDocument,
  typed: string,
  given: string,
): Note {
  const contactId = contactConcerned(doc);
  return {
    id,
    kind: "notice",
    ...(contactId === undefined ? {} : { contactId }),
    collection: doc.c,
    docId: doc.id,
    field: "no",
    winner: { value: given },
    loser: { value: typed },
    text: `${typed} → ${given}`,
    status: "open",
  };
}

/** A new document made by the server in the course of a person's group. */
export function noteDocument(
  note: Note,
  bucket: string,
  stamp: Stamp,
): UnsavedDocument {
  const { o: _origin, ...created } = stamp;
  return {
    doc: {
      c: "notes",
      id: note.id,
      rev: 1,
      deleted: false,
      v: note,
      created: { ...created, r: 1 },
      stamps: {},
    },
    bucket,
    modifiedMs: msOf(stamp.h),
    modifiedBy: stamp.u,
  };
}

/** On whose card it is shown. */
function contactConcerned(doc: StoredDocument): string | undefined {
  if (doc.c === "contacts") return doc.id;
  const { contactId } = doc.v;
  return typeof contactId === "string" ? contactId : undefined;
}
