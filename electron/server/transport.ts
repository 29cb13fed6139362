import { z } from "zod";
import type { Input } from "../../shared/ipc/contract.ts";
import {
  DigestAnswer,
  HistoryAnswer,
  LeaseAnswer,
  ParsedEnvelope,
  PullAnswer,
  PushAnswer,
  RangeAnswer,
} from "../../shared/sync/protocol.ts";
import { SnapshotOffer } from "../../shared/sync/snapshot.ts";
import { ask, type Fetch, type HttpAnswer } from "./http.ts";
import type { TokenStore } from "./token-store.ts";

type Path = Input<"server/post">["path"];

const docs = z.array(ParsedEnvelope);

const ANSWERS: { readonly [P in Path]: z.ZodType } = {
  "/v1/sync/push": PushAnswer.extend({ docs }),
  "/v1/sync/pull": PullAnswer.extend({ docs }),
  "/v1/sync/digest": DigestAnswer,
  "/v1/sync/range": RangeAnswer.extend({ docs }),
  "/v1/sync/snapshot": SnapshotOffer.extend({ docs }),
  "/v1/leases": LeaseAnswer,
};

export interface SignedIn {
  readonly fetch: Fetch;
  readonly tokens: Pick<TokenStore, "access" | "renewed">;
  readonly url: string;
}

/** Posts for the window. Never rejects. */
export function post(
  deps: SignedIn,
  path: Path,
  body: unknown,
): Promise<HttpAnswer<unknown>> {
  return signedIn(deps, path, ANSWERS[path], body);
}

/** What was ever written to one document. */
export function askHistory(
  deps: SignedIn,
  { c, id }: Input<"server/history">,
): Promise<HttpAnswer<HistoryAnswer>> {
  const path = `/v1/history/${encodeURIComponent(c)}/${id}`;
  return signedIn(deps, path, HistoryAnswer);
}

/**
 * Asks with the device's token; when that has run out, once more with a new one. Without a `body` it is a GET. Never
 * rejects.
 */
export async function signedIn<S extends z.ZodType>(
  deps: SignedIn,
  path: string,
  schema: S,
  body?: unknown,
): Promise<HttpAnswer<z.infer<S>>> {
  return withToken(deps, (access) =>
    ask(deps.fetch, `${deps.url}${path}`, schema, { body, access }),
  );
}

export async function withToken<T>(
  deps: SignedIn,
  send: (access: string) => Promise<HttpAnswer<T>>,
): Promise<HttpAnswer<T>> {
  const token = await deps.tokens.access();
  if (token.status !== "ok") return token;
  const answer = await send(token.body);
  if (answer.status !== "refused" || answer.http !== 401) return answer;
  const renewed = await deps.tokens.renewed(token.body);
  if (renewed.status !== "ok") return renewed;
  return send(renewed.body);
}
