import { createHash } from "node:crypto";
import { MAX_FILE_BYTES } from "../../shared/entities/file.ts";
import type { FileShelf } from "../os/file-shelf.ts";
import { askBytes, type HttpAnswer } from "./http.ts";
import { withToken, type SignedIn } from "./transport.ts";

const PIECE = 1024 * 1024;

/**
 * The bytes of a file from the server, piece by piece: a cut costs one piece. What is not what its hash says is refused
 * like anything a server refuses.
 */
export async function download(
  deps: SignedIn,
  { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
): Promise<HttpAnswer<Uint8Array<ArrayBuffer>>> {
  const url = `${deps.url}/v1/files/${sha256}`;
  const whole = new Uint8Array(Math.min(bytes, MAX_FILE_BYTES));
  let receivedAt = 0;
  for (let from = 0; from < whole.length; from += PIECE) {
    const to = Math.min(from + PIECE, whole.length);
    const ask = () =>
      withToken(deps, (access) =>
        askBytes(deps.fetch, url, { access, from, to }),
      );
    let answer = await ask();
    // Once more: on a bad line the next try often passes, and what has come is not asked for again.
    if (answer.status === "unreachable") answer = await ask();
    if (answer.status !== "ok") return answer;
    whole.set(answer.body, from);
    receivedAt = answer.receivedAt;
  }
  return createHash("sha256").update(whole).digest("hex") === sha256
    ? { status: "ok", body: whole, receivedAt }
    : {
        status: "refused",
        ...{ http: 0, code: "bad_file", message: "not what its hash says" },
      };
}

export type FileRead =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly bytes: null; readonly missing: "noLine" | "notThere" };

/** From this device's disk, else from the server, and kept here from then on. */
export async function readAttachment(
  deps: {
    readonly shelf: Pick<FileShelf, "read" | "keep">;
    readonly download: (file: {
      readonly sha256: string;
      readonly bytes: number;
    }) => Promise<
      HttpAnswer<Uint8Array<ArrayBuffer>> | { readonly status: "not-connected" }
    >;
  },
  file: { readonly sha256: string; readonly bytes: number },
): Promise<FileRead> {
  const here = await deps.shelf.read(file.sha256);
  if (here) return { bytes: here };
  const answer = await deps.download(file);
  if (answer.status === "ok") {
    // A full disk keeps nobody from looking at it.
    await deps.shelf.keep(answer.body).catch(() => undefined);
    return { bytes: answer.body };
  }
  // Its document may travel faster than its bytes: somebody else's laptop has not sent them yet.
  const missing = answer.status === "refused" ? "notThere" : "noLine";
  return { bytes: null, missing };
}
