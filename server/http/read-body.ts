import { findPoison } from "../../shared/sync/poison.ts";
import { HttpError } from "./http-error.ts";

export const MAX_BODY_BYTES = 1024 * 1024;

/** The body as text; 413 as soon as it is known to be too large, without keeping what was read. */
export async function readText(
  request: Request,
  maxBytes: number,
): Promise<string> {
  const tooLarge = () =>
    new HttpError("too_large", `At most ${maxBytes} bytes a request.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes)
    throw tooLarge();
  const encoding = request.headers.get("content-encoding") ?? "identity";
  if (encoding !== "identity")
    throw new HttpError("bad_request", "Content-Encoding is not supported.");
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof HttpError) throw error;
    // Not UTF-8, or the sender went away in the middle.
    throw new HttpError("bad_request", "The body cannot be read.");
  }
}

/** The JSON value of the body, otherwise untouched. */
export async function readJson(
  request: Request,
  maxBytes = MAX_BODY_BYTES,
  absent?: object,
): Promise<unknown> {
  const text = await readText(request, maxBytes);
  if (text === "" && absent) return absent;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpError("bad_request", "The body is no JSON.");
  }
}

/**
 * For small requests: nothing in it may be what a database or an object should not meet.
 *
 * @param absent stands for an empty body; without it that is no JSON
 */
export async function readCleanJson(
  request: Request,
  absent?: object,
): Promise<unknown> {
  const raw = await readJson(request, MAX_BODY_BYTES, absent);
  const poison = findPoison(raw);
  if (poison) throw new HttpError("bad_request", poison);
  return raw;
}
