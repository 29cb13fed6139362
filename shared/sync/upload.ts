/** Where a file stands at the server. */
export interface UploadPlace {
  readonly bytes: number;
  readonly received: number;
  /** The server has compared the whole with its name. */
  readonly stored: boolean;
}

export type UploadAnswer =
  | { readonly status: "ok"; readonly body: UploadPlace }
  | {
      readonly status: "refused";
      readonly http: number;
      readonly code: string;
      readonly retryAfterMs?: number | undefined;
    }
  | { readonly status: "unreachable" };

/** What is sent, by ranges, so that a file need not be in memory. */
export interface UploadSource {
  /** Lower-case hexadecimal: the server knows it by this. */
  readonly sha256: string;
  readonly bytes: number;
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/** The three questions of tus 1.0 about one file. None of them rejects. */
export interface UploadLine {
  find(): Promise<UploadAnswer>;
  create(): Promise<UploadAnswer>;
  append(offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<UploadAnswer>;
}

/** Sizes of pieces, in bytes; one should be through in about `goodMs`, on whatever line. */
export interface UploadPace {
  readonly first: number;
  readonly least: number;
  readonly most: number;
  readonly goodMs: number;
  /** Milliseconds of any clock that does not jump. */
  readonly now: () => number;
}

/** Somebody else may send the same file at the same time, or a whole that was wrong was thrown away. */
const TRIES = 5;
/** Gone meanwhile; stands elsewhere; was not what its name says. */
const AGAIN = new Set([404, 409, 460]);

/**
 * Brings a file to the server (sync.md §9), from where an earlier try, of this device or another one, has come to. It is
 * there when the answer is `ok` and says `stored`; anything else may be tried again at any time, and nothing that had
 * arrived is sent twice. Rejects only when `read` does.
 */
export async function uploadFile(
  line: UploadLine,
  file: UploadSource,
  pace: UploadPace,
): Promise<UploadAnswer> {
  let piece = pace.first;
  for (let tries = 0; ; tries += 1) {
    let place = await line.find();
    if (isGone(place) || isAnother(place, file)) place = await line.create();
    while (place.status === "ok" && !place.body.stored) {
      if (isAnother(place, file)) break;
      const { received } = place.body;
      const to = Math.min(received + piece, file.bytes);
      const bytes = await file.read(received, to);
      const since = pace.now();
      place = await line.append(received, bytes);
      const factor = pace.goodMs / Math.max(1, pace.now() - since);
      const next = Math.floor(piece * Math.min(2, factor));
      piece = Math.min(pace.most, Math.max(pace.least, next));
      // All of it is there and nobody says that it is whole.
      if (bytes.length === 0) break;
    }
    const over = place.status === "ok" ? place.body.stored : !isAgain(place);
    if (over || tries >= TRIES) return place;
  }
}

function isGone(answer: UploadAnswer): boolean {
  return answer.status === "refused" && answer.http === 404;
}

function isAgain(answer: UploadAnswer): boolean {
  return answer.status === "refused" && AGAIN.has(answer.http);
}

/** Begun by somebody with another length: it can never become whole, and begins anew. */
function isAnother(answer: UploadAnswer, file: UploadSource): boolean {
  return (
    answer.status === "ok" &&
    !answer.body.stored &&
    answer.body.bytes !== file.bytes
  );
}
