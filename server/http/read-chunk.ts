import { HttpError } from "./http-error.ts";

/**
 * The bytes of a body.
 *
 * @returns `whole: false`: the sender went away in the middle; what had come is there
 * @throws HttpError 413 as soon as there are more than `maxBytes`
 */
export async function readChunk(
  request: Request,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
  const tooLarge = () =>
    new HttpError("too_large", `At most ${maxBytes} bytes a request.`);
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes)
    throw tooLarge();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  try {
    for await (const piece of request.body ?? []) {
      length += piece.byteLength;
      if (length > maxBytes) throw tooLarge();
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof HttpError) throw error;
    whole = false;
  }
  return { bytes: Buffer.concat(pieces), whole };
}
