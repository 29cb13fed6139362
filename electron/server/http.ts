import type { z } from "zod";
import { ErrorAnswer } from "../../shared/sync/protocol.ts";
import { unreachableReason, type UnreachableReason } from "./network-error.ts";

/** The one call of the network that we use; Electron's in the app, Node's in tests. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An answer, or why there is none: what a caller must be able to tell apart. */
export type HttpAnswer<T> =
  | {
      readonly status: "ok";
      readonly body: T;
      /** Unix ms when the answer was complete. */
      readonly receivedAt: number;
    }
  | {
      readonly status: "refused";
      readonly http: number;
      readonly code: string;
      readonly message: string;
      readonly retryAfterMs?: number;
      /** With `revoked`: who is meant, and whether it is to destroy what it holds. */
      readonly device?: string | undefined;
      readonly wipe?: boolean | undefined;
    }
  | { readonly status: "unreachable"; readonly reason: UnreachableReason };

const TIMEOUT_MS = 60_000;

/** Asks once. Never rejects; an answer that is not what `schema` says comes from something that is no Carnet server. */
export async function ask<S extends z.ZodType>(
  fetch: Fetch,
  url: string,
  schema: S,
  request: { readonly body?: unknown; readonly access?: string | undefined },
): Promise<HttpAnswer<z.infer<S>>> {
  try {
    const response = await fetch(url, {
      method: request.body === undefined ? "GET" : "POST",
      headers: {
        accept: "application/json",
        ...(request.body === undefined
          ? {}
          : { "content-type": "application/json" }),
        ...(request.access === undefined
          ? {}
          : { authorization: `Bearer ${request.access}` }),
      },
      ...(request.body === undefined
        ? {}
        : { body: JSON.stringify(request.body) }),
      // A token must not follow a redirect, and our server sends none: whoever does is a portal or a proxy.
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return await read(response, schema);
  } catch (error) {
    return { status: "unreachable", reason: unreachableReason(error) };
  }
}

async function read<S extends z.ZodType>(
  response: Response,
  schema: S,
): Promise<HttpAnswer<z.infer<S>>> {
  const body = parsed(await response.text());
  const receivedAt = Date.now();
  if (response.ok) {
    const answer = schema.safeParse(body);
    return answer.success
      ? { status: "ok", body: answer.data, receivedAt }
      : { status: "unreachable", reason: "not-carnet" };
  }
  return refusalOf(response, body);
}

/** What an answer that is no success says. */
export function refusalOf(
  response: Response,
  body: unknown,
): HttpAnswer<never> {
  const refusal = ErrorAnswer.safeParse(body);
  if (!refusal.success)
    return {
      status: "unreachable",
      reason: response.status >= 500 ? "server-error" : "not-carnet",
    };
  return {
    status: "refused",
    http: response.status,
    ...refusal.data.error,
    ...retryAfter(response),
  };
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function retryAfter(response: Response): { retryAfterMs?: number } {
  const header = response.headers.get("retry-after");
  if (header === null) return {};
  const seconds = Number(header);
  const ms = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {};
}
