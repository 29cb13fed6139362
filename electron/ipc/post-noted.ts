import type { Input } from "../../shared/ipc/contract.ts";
import type { ServerAnswer } from "../../shared/ipc/server.ts";
import { PushRequest, type Group } from "../../shared/sync/protocol.ts";
import type { Journal } from "../os/journal/journal.ts";
import type { ServerLink } from "../server/server-link.ts";

/** The server, or the way to it, said no before it took anything in; of anything else nobody knows. */
const NOTHING_WENT_OUT = new Set(["offline", "dns", "refused", "certificate"]);

/**
 * Posts for the window. Before a push leaves, the journal notes what is in it: from then on a person can no longer take
 * it back.
 */
export async function postNoted(
  to: {
    readonly journal: Pick<Journal, "transmitting" | "notTransmitted">;
    readonly link: Pick<ServerLink, "post">;
  },
  request: Input<"server/post">,
): Promise<ServerAnswer> {
  const { journal, link } = to;
  const body =
    request.path === "/v1/sync/push"
      ? PushRequest.safeParse(request.body).data
      : undefined;
  if (body === undefined) return link.post(request);
  // The window made them out of the journal's own entries.
  const asked = body.groups as unknown as readonly Group[];
  const transmission = await journal.transmitting(asked);
  const { groups } = transmission;
  const answer = await link.post({ ...request, body: { ...body, groups } });
  if (tookNothing(answer)) await journal.notTransmitted(transmission);
  return answer;
}

function tookNothing(answer: ServerAnswer): boolean {
  if (answer.status === "unreachable")
    return NOTHING_WENT_OUT.has(answer.reason);
  return answer.status !== "ok";
}

/** The feed that an answer speaks of; null for any answer that speaks of none. */
export function epochIn(answer: ServerAnswer): string | null {
  if (answer.status !== "ok") return null;
  const epoch = (answer.body as { readonly epoch?: unknown } | null)?.epoch;
  return typeof epoch === "string" ? epoch : null;
}
