import { createHash, timingSafeEqual } from "node:crypto";
import { HttpError } from "../http/http-error.ts";

/** tus 1.0 (https://tus.io/protocols/resumable-upload) with creation, checksum and expiration. */
export const TUS = "1.0.0";

/** Of every answer about an upload. */
export const TUS_HEADERS = {
  "Tus-Resumable": TUS,
  "Cache-Control": "no-store",
} as const;

export const CHECKSUMS = ["sha256", "sha1"] as const;

/** @throws HttpError 412: the client speaks another version */
export function checkTusVersion(header: string | undefined): void {
  if (header !== TUS)
    throw new HttpError("wrong_tus", `This server speaks tus ${TUS}.`);
}

/** A whole number of bytes. @throws HttpError 400 */
export function bytesIn(name: string, header: string | undefined): number {
  if (!/^\d{1,15}$/.test(header ?? ""))
    throw new HttpError("bad_request", `${name} must be a number of bytes.`);
  return Number(header);
}

/** `Upload-Metadata: key base64,…`; a key without a value is empty. @throws HttpError 400 */
export function readMetadata(
  header: string | undefined,
): ReadonlyMap<string, string> {
  const pairs = (header ?? "").split(",").filter((pair) => pair.trim() !== "");
  return new Map(
    pairs.map((pair) => {
      const [key = "", value = "", ...more] = pair.trim().split(" ");
      if (more.length > 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
        throw new HttpError("bad_request", "Upload-Metadata is unreadable.");
      return [key, Buffer.from(value, "base64").toString("utf8")];
    }),
  );
}

/**
 * Does a chunk have the checksum that came with it?
 *
 * @throws HttpError 400: it is of a kind that is not known here
 */
export function matchesChecksum(
  header: string | undefined,
  bytes: Uint8Array,
): boolean {
  if (header === undefined) return true;
  const [kind = "", value = ""] = header.split(" ");
  const known = CHECKSUMS.find((name) => name === kind);
  if (!known)
    throw new HttpError("bad_request", `Checksums: ${CHECKSUMS.join()}.`);
  const ours = createHash(known).update(bytes).digest();
  const theirs = Buffer.from(value, "base64");
  return theirs.length === ours.length && timingSafeEqual(theirs, ours);
}
