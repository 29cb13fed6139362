import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Input } from "../../shared/ipc/contract.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import { readSnapshotPart } from "../../shared/sync/snapshot.ts";
import { askBytes, type HttpAnswer } from "./http.ts";
import { withToken, type SignedIn } from "./transport.ts";

const unpacked = promisify(gunzip);

/** Unpacked; ours have a twentieth of it. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Fetches a part of a snapshot. Bytes that are not those of the offer are refused like anything a server refuses. */
export async function fetchSnapshotPart(
  deps: SignedIn,
  { id, part }: Input<"server/snapshot-part">,
): Promise<HttpAnswer<{ readonly docs: readonly Envelope[] }>> {
  const { from, to } = part;
  const url = `${deps.url}/v1/sync/snapshot/${id}`;
  const answer = await withToken(deps, (access) =>
    askBytes(deps.fetch, url, { access, from, to }),
  );
  if (answer.status !== "ok") return answer;
  const { body: bytes, receivedAt } = answer;
  const docs =
    createHash("sha256").update(bytes).digest("hex") === part.sha256
      ? await unpacked(bytes, { maxOutputLength: MAX_BYTES }).then(
          (text) => readSnapshotPart(text.toString("utf8")),
          () => null,
        )
      : null;
  if (!docs)
    return {
      status: "refused",
      ...{ http: 0, code: "bad_snapshot", message: `${id} from ${from}` },
    };
  return { status: "ok", body: { docs }, receivedAt };
}
