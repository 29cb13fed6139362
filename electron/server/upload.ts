import { createHash } from "node:crypto";
import { askHeaders, type HttpAnswer } from "./http.ts";
import { withToken, type SignedIn } from "./transport.ts";

const LEAST = 64 * 1024;
const MOST = 4 * 1024 * 1024;
/** A chunk should be through in about this time, on whatever line. */
const GOOD_MS = 4_000;
/** Somebody else may send the same file at the same time, or a whole that was wrong was thrown away. */
const TRIES = 5;

/** What is sent, by ranges, so that a file need not be in memory. */
export interface UploadSource {
  readonly sha256: string;
  readonly bytes: number;
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Brings a file to the server (tus 1.0), from where an earlier try, of this device or another one, has come to. Answers
 * when the server has compared the whole with its name. An answer that there is none (`unreachable`) may be asked for
 * again at any time: nothing that had arrived is sent twice. Never rejects unless `read` does.
 */
export async function upload(
  deps: SignedIn,
  file: UploadSource,
): Promise<HttpAnswer<unknown>> {
  const path = `/v1/files/${file.sha256}`;
  let chunk = 512 * 1024;
  for (let tries = 0; ; tries++) {
    const asked = await ask(deps, path, { method: "HEAD", headers: {} });
    const place =
      asked.status === "refused" && asked.http === 404
        ? await create(deps, file)
        : asked;
    if (place.status !== "ok") return place;
    let offset = offsetIn(place);
    for (;;) {
      // The server calls it whole only after comparing: then it has no end of life any more.
      if (offset === file.bytes && !place.body.has("upload-expires"))
        return place;
      const bytes = await file.read(
        offset,
        Math.min(offset + chunk, file.bytes),
      );
      const since = performance.now();
      const sent = await ask(deps, path, {
        method: "PATCH",
        bytes,
        headers: {
          "content-type": "application/offset+octet-stream",
          "upload-offset": String(offset),
          "upload-checksum": `sha256 ${sumOf(bytes)}`,
        },
      });
      if (sent.status === "refused" && AGAIN.has(sent.http) && tries < TRIES)
        break;
      if (sent.status !== "ok") return sent;
      offset = offsetIn(sent);
      if (offset === file.bytes) return sent;
      const factor = GOOD_MS / Math.max(1, performance.now() - since);
      chunk = Math.min(MOST, Math.max(LEAST, chunk * Math.min(2, factor)));
      chunk = Math.floor(chunk);
    }
  }
}

/** Stands elsewhere; gone meanwhile; was not what its name says. */
const AGAIN = new Set([404, 409, 460]);

function create(deps: SignedIn, { sha256, bytes }: UploadSource) {
  const name = Buffer.from(sha256).toString("base64");
  return ask(deps, "/v1/files", {
    method: "POST",
    headers: {
      "upload-length": String(bytes),
      "upload-metadata": `sha256 ${name}`,
    },
  });
}

function ask(
  deps: SignedIn,
  path: string,
  request: Omit<Parameters<typeof askHeaders>[2], "access">,
): Promise<HttpAnswer<Headers>> {
  const headers = { ...request.headers, "tus-resumable": "1.0.0" };
  return withToken(deps, (access) =>
    askHeaders(deps.fetch, `${deps.url}${path}`, {
      ...request,
      ...{ headers, access },
    }),
  );
}

function offsetIn(answer: { readonly body: Headers }): number {
  return Number(answer.body.get("upload-offset") ?? 0);
}

function sumOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}
