import type { Context, Handler, Hono } from "hono";
import { MAX_FILE_BYTES } from "../../shared/entities/file.ts";
import type { ServerDeps } from "../deps.ts";
import {
  CHECKSUMS,
  bytesIn,
  checkTusVersion,
  matchesChecksum,
  readMetadata,
  TUS,
  TUS_HEADERS,
} from "../files/tus-headers.ts";
import { MAX_CHUNK_BYTES } from "../files/uploads.ts";
import type { AppEnv } from "../http/app-env.ts";
import { HttpError } from "../http/http-error.ts";
import { limited } from "../http/limited.ts";
import { answerRange } from "../http/range-answer.ts";
import { readChunk } from "../http/read-chunk.ts";
import type { KeptFile } from "../storage/file-storage.ts";

const SHA256 = /^[0-9a-f]{64}$/;
const OCTETS = "application/offset+octet-stream";

/**
 * The bytes of attachments: uploads as tus 1.0 says, downloads by range. The address of an upload is its SHA-256, which
 * stands in `Upload-Metadata` as `sha256`; the document that speaks of it is a `files` document like any other.
 */
export function fileRoutes(app: Hono<AppEnv>, deps: ServerDeps): void {
  app.on("OPTIONS", ["/v1/files", "/v1/files/:sha256"], (c) =>
    c.body(null, 204, {
      ...TUS_HEADERS,
      "Tus-Version": TUS,
      "Tus-Extension": "creation,checksum,expiration",
      "Tus-Max-Size": String(MAX_FILE_BYTES),
      "Tus-Checksum-Algorithm": CHECKSUMS.join(),
    }),
  );
  app.post("/v1/files", limited(deps, "push"), create(deps));
  app.patch("/v1/files/:sha256", limited(deps, "push"), append(deps));
  // HEAD comes here too: tus asks with it where an upload stands.
  app.get("/v1/files/:sha256", read(deps));
}

function create(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    checkTusVersion(c.req.header("tus-resumable"));
    const bytes = bytesIn("Upload-Length", c.req.header("upload-length"));
    const metadata = readMetadata(c.req.header("upload-metadata"));
    const sha256 = metadata.get("sha256") ?? "";
    if (!SHA256.test(sha256))
      throw new HttpError("bad_request", "Upload-Metadata needs sha256.");
    const { tenantId } = c.get("caller");
    const file = await deps.uploads.create(tenantId, sha256, bytes);
    return c.body(null, 201, {
      ...headersOf(file),
      Location: `/v1/files/${sha256}`,
    });
  };
}

function append(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    checkTusVersion(c.req.header("tus-resumable"));
    if (c.req.header("content-type") !== OCTETS)
      throw new HttpError("wrong_media", `Content-Type must be ${OCTETS}.`);
    const offset = bytesIn("Upload-Offset", c.req.header("upload-offset"));
    const sha256 = addressIn(c);
    const { tenantId } = c.get("caller");
    const { bytes, whole } = await readChunk(c.req.raw, MAX_CHUNK_BYTES);
    const checksum = c.req.header("upload-checksum");
    // What came before a cut is kept, unless the sender wants to know that it is right.
    if (!whole && checksum !== undefined)
      throw new HttpError("checksum_mismatch", "The chunk is cut off.");
    if (!matchesChecksum(checksum, bytes))
      throw new HttpError("checksum_mismatch", "The chunk is not what it was.");
    const file = await deps.uploads.append(tenantId, sha256, offset, bytes);
    return c.body(null, 204, headersOf(file));
  };
}

function read(deps: ServerDeps): Handler<AppEnv> {
  return async (c) => {
    const caller = c.get("caller");
    const { tenantId } = caller;
    const sha256 = addressIn(c);
    const leave = await deps.limits.admit("snapshot", caller);
    try {
      const file = await deps.uploads.find(tenantId, sha256);
      if (c.req.method === "HEAD") {
        leave();
        return c.body(null, 200, headersOf(file));
      }
      if (!file.stored) throw new HttpError("not_found", "It is not whole.");
      const pieces = await deps.files.rows(tenantId, sha256);
      const piece = async (n: number) => {
        const from = pieces[n]?.from ?? 0;
        const bytes = await deps.files.row(tenantId, sha256, from);
        return bytes ?? new Uint8Array();
      };
      const served = { bytes: file.bytes, sha256, pieces, piece };
      // Whatever it is, a browser must not take it for a page of ours.
      const type = "application/octet-stream";
      return answerRange(c, { ...served, type }, leave);
    } catch (error) {
      leave();
      throw error;
    }
  };
}

function addressIn(c: Context<AppEnv>): string {
  const sha256 = c.req.param("sha256") ?? "";
  if (!SHA256.test(sha256)) throw new HttpError("not_found", "No such file.");
  return sha256;
}

function headersOf(file: KeptFile): Record<string, string> {
  return {
    ...TUS_HEADERS,
    "Upload-Offset": String(file.received),
    "Upload-Length": String(file.bytes),
    ...(file.untilMs !== null && {
      "Upload-Expires": new Date(file.untilMs).toUTCString(),
    }),
  };
}
