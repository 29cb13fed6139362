import { createHash } from "node:crypto";
import type { UploadPlace, UploadSource } from "../../shared/sync/upload.ts";

/** A request of tus 1.0 for one file, as our server wants it: the address is the hash. */
export interface TusRequest {
  readonly method: "HEAD" | "POST" | "PATCH";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

type File = Pick<UploadSource, "sha256" | "bytes">;

const TUS = { "tus-resumable": "1.0.0" };

export function findRequest({ sha256 }: File): TusRequest {
  return { method: "HEAD", path: `/v1/files/${sha256}`, headers: TUS };
}

export function createRequest({ sha256, bytes }: File): TusRequest {
  const name = Buffer.from(sha256).toString("base64");
  return {
    ...{ method: "POST", path: "/v1/files" },
    headers: {
      ...TUS,
      "upload-length": String(bytes),
      "upload-metadata": `sha256 ${name}`,
    },
  };
}

export function appendRequest(
  { sha256 }: File,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
): TusRequest {
  const sum = createHash("sha256").update(bytes).digest("base64");
  return {
    ...{ method: "PATCH", path: `/v1/files/${sha256}`, bytes },
    headers: {
      ...TUS,
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      "upload-checksum": `sha256 ${sum}`,
    },
  };
}

/** What an answer to any of them says. */
export function placeIn(
  headers: Pick<Headers, "get" | "has">,
  file: File,
): UploadPlace {
  return {
    bytes: Number(headers.get("upload-length") ?? file.bytes),
    received: Number(headers.get("upload-offset") ?? 0),
    // The server calls it whole only after comparing: then it has no end of life any more.
    stored: headers.has("upload-offset") && !headers.has("upload-expires"),
  };
}
