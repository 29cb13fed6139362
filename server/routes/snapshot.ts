import type { Handler } from "hono";
import { Id } from "../../shared/entities/fields.ts";
import {
  SnapshotRequest,
  type SnapshotPart,
} from "../../shared/sync/snapshot.ts";
import type { ServerDeps } from "../deps.ts";
import type { AppEnv } from "../http/app-env.ts";
import { readRange, type ByteRange } from "../http/byte-range.ts";
import { HttpError, parsed } from "../http/http-error.ts";
import { readCleanJson } from "../http/read-body.ts";
import { checkVersions } from "../http/versions.ts";
import type { SnapshotFile } from "../snapshot/snapshots.ts";

/** Whoever takes nothing for this long gives his place to others; he can go on where he was. */
const IDLE_MS = 60_000;

export function snapshotOfferRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const request = parsed(SnapshotRequest, await readCleanJson(c.req.raw));
    checkVersions(request);
    const known = request.id ?? null;
    return c.json(await deps.snapshots.offer(c.get("caller"), known));
  };
}

/** The file or a range of it; it never changes under its id. */
export function snapshotFileRoute(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const caller = c.get("caller");
    const id = Id.safeParse(c.req.param("id")).data;
    if (!id) throw new HttpError("not_found", "No such snapshot.");
    const leave = deps.limits.admit("snapshot", caller);
    try {
      const file = await deps.snapshots.open(caller, id);
      const { bytes, sha256 } = file.info;
      const etag = `"${sha256}"`;
      const same = (c.req.header("if-range") ?? etag) === etag;
      const asked = same ? readRange(c.req.header("range"), bytes) : null;
      if (asked === "unsatisfiable") {
        const refusal = new HttpError("bad_range", `It has ${bytes} bytes.`);
        const answer = refusal.toResponse();
        answer.headers.set("Content-Range", `bytes */${bytes}`);
        leave();
        return answer;
      }
      const range = asked ?? { first: 0, last: bytes - 1 };
      const { first, last } = range;
      const headers = {
        "Content-Type": "application/gzip",
        "Content-Length": String(last - first + 1),
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-transform",
        ETag: etag,
        ...(asked && { "Content-Range": `bytes ${first}-${last}/${bytes}` }),
      };
      if (c.req.method === "HEAD") {
        leave();
        return c.body(null, 200, headers);
      }
      return c.body(streamOf(file, range, leave), asked ? 206 : 200, headers);
    } catch (error) {
      leave();
      throw error;
    }
  };
}

/** One part in memory at a time, the next one when this one has been taken. */
function streamOf(
  file: SnapshotFile,
  { first, last }: ByteRange,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const wanted = [...file.info.parts.entries()].filter(
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
        const [n, part] = wanted[next] ?? [];
        if (n === undefined || !part) {
          end();
          if (last === file.info.bytes - 1) file.completed();
          return controller.close();
        }
        next += 1;
        try {
          const bytes = await file.part(n);
          controller.enqueue(cut(bytes, part, { first, last }));
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

function cut(
  bytes: Uint8Array,
  { from }: SnapshotPart,
  { first, last }: ByteRange,
): Uint8Array {
  return bytes.subarray(Math.max(0, first - from), last - from + 1);
}
