import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";
import { readRange, type ByteRange } from "./byte-range.ts";
import { HttpError } from "./http-error.ts";

/** Whoever takes nothing for this long gives his place to others; he can go on where he was. */
const IDLE_MS = 60_000;

/** Something that never changes under its name, in pieces that are fetched one by one. */
export interface Served {
  readonly bytes: number;
  readonly sha256: string;
  readonly type: string;
  /** In order, without gaps: `from` inclusive, `to` exclusive. */
  readonly pieces: readonly { readonly from: number; readonly to: number }[];
  piece(n: number): Promise<Uint8Array>;
  /** The last byte has been taken. */
  completed?(): void;
}

/**
 * The whole or a range (RFC 9110; one range, and `If-Range` with the tag), or the headers alone. One piece is in memory
 * at a time.
 *
 * @param leave called once, when nothing more will be sent
 */
export function answerRange(
  c: Context<AppEnv>,
  served: Served,
  leave: () => void,
): Response {
  const { bytes, sha256, type } = served;
  const etag = `"${sha256}"`;
  const same = (c.req.header("if-range") ?? etag) === etag;
  const asked = same ? readRange(c.req.header("range"), bytes) : null;
  if (asked === "unsatisfiable") {
    leave();
    const refusal = new HttpError("bad_range", `It has ${bytes} bytes.`);
    const answer = refusal.toResponse();
    answer.headers.set("Content-Range", `bytes */${bytes}`);
    return answer;
  }
  const range = asked ?? { first: 0, last: bytes - 1 };
  const { first, last } = range;
  const headers = {
    "Content-Type": type,
    "Content-Length": String(last - first + 1),
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-transform",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
    ...(asked && { "Content-Range": `bytes ${first}-${last}/${bytes}` }),
  };
  if (c.req.method === "HEAD" || bytes === 0) {
    leave();
    return c.body(null, 200, headers);
  }
  return c.body(streamOf(served, range, leave), asked ? 206 : 200, headers);
}

function streamOf(
  served: Served,
  { first, last }: ByteRange,
  leave: () => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const wanted = [...served.pieces.entries()].filter(
    ([, { from, to }]) => from <= last && to > first,
  );
  let next = 0;
  let idle: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(idle);
    leave();
  };
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(idle);
        const [n, piece] = wanted[next] ?? [];
        if (n === undefined || !piece) {
          end();
          if (last === served.bytes - 1) served.completed?.();
          return controller.close();
        }
        next += 1;
        try {
          const bytes = await served.piece(n);
          // A connection that is cut says more than one that waits for the rest.
          if (bytes.length !== piece.to - piece.from)
            throw new Error("A piece is not what it was");
          const { from } = piece;
          controller.enqueue(
            bytes.slice(Math.max(0, first - from), last - from + 1),
          );
        } catch (error) {
          end();
          throw error;
        }
        idle = setTimeout(() => {
          end();
          controller.error(new Error("Nobody takes it"));
        }, IDLE_MS);
      },
      cancel: end,
    },
    // Nothing is read from the database before somebody asks for it.
    { highWaterMark: 0 },
  );
}
