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

/** A line is given up when nothing comes for this long; an answer that comes slowly may take all the time it needs. */
const SILENCE_MS = 30_000;
/** What is sent may take as long as on the slowest line that we count with. */
const SLOWEST_BYTES_PER_MS = 0.5;

/** Asks once. Never rejects; an answer that is not what `schema` says comes from something that is no Carnet server. */
export function ask<S extends z.ZodType>(
  fetch: Fetch,
  url: string,
  schema: S,
  request: { readonly body?: unknown; readonly access?: string | undefined },
  silenceMs = SILENCE_MS,
): Promise<HttpAnswer<z.infer<S>>> {
  const take: Take<z.infer<S>> = (response, heard) =>
    read(response, schema, heard);
  return exchange(fetch, url, request, silenceMs, take);
}

/** A range of bytes of a file, `to` exclusive; an answer with anything else is none of our server's. */
export function askBytes(
  fetch: Fetch,
  url: string,
  range: {
    readonly access: string;
    readonly from: number;
    readonly to: number;
  },
  silenceMs = SILENCE_MS,
): Promise<HttpAnswer<Uint8Array>> {
  const { access, from, to } = range;
  const headers = { range: `bytes=${from}-${to - 1}` };
  const take: Take<Uint8Array> = async (response, heard) => {
    if (!response.ok)
      return refusalOf(response, parsed(await textOf(response, heard)));
    const body = await bytesOf(response, heard, to - from);
    return response.status === 206 && body?.length === to - from
      ? { status: "ok", body, receivedAt: Date.now() }
      : { status: "unreachable", reason: "not-carnet" };
  };
  return exchange(fetch, url, { access, headers }, silenceMs, take);
}

type Take<T> = (
  response: Response,
  heard: () => void,
) => Promise<HttpAnswer<T>>;

/** An answer that says everything in its headers. */
export function askHeaders(
  fetch: Fetch,
  url: string,
  request: {
    readonly access: string;
    readonly method: "HEAD" | "POST" | "PATCH";
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes?: Uint8Array<ArrayBuffer>;
  },
  silenceMs = SILENCE_MS,
): Promise<HttpAnswer<Headers>> {
  const take: Take<Headers> = async (response, heard) => {
    const text = await textOf(response, heard);
    if (response.ok)
      return { status: "ok", body: response.headers, receivedAt: Date.now() };
    // HEAD brings no words with it.
    const code =
      request.method === "HEAD" ? WORDLESS.get(response.status) : undefined;
    return code === undefined
      ? refusalOf(response, parsed(text))
      : { status: "refused", http: response.status, code, message: "" };
  };
  return exchange(fetch, url, request, silenceMs, take);
}

const WORDLESS: ReadonlyMap<number, string> = new Map([
  [401, "unauthenticated"],
  [404, "not_found"],
]);

async function exchange<T>(
  fetch: Fetch,
  url: string,
  request: {
    readonly body?: unknown;
    readonly access?: string | undefined;
    readonly headers?: Readonly<Record<string, string>>;
    readonly method?: string;
    /** Instead of `body`. */
    readonly bytes?: Uint8Array<ArrayBuffer>;
  },
  silenceMs: number,
  take: Take<T>,
): Promise<HttpAnswer<T>> {
  const json =
    request.body === undefined ? undefined : JSON.stringify(request.body);
  const body = json ?? request.bytes;
  const silence = watchSilence(
    silenceMs,
    (body?.length ?? 0) / SLOWEST_BYTES_PER_MS,
  );
  try {
    const response = await fetch(url, {
      method: request.method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        accept: "application/json",
        ...(json === undefined ? {} : { "content-type": "application/json" }),
        ...(request.access === undefined
          ? {}
          : { authorization: `Bearer ${request.access}` }),
        ...request.headers,
      },
      ...(body === undefined ? {} : { body }),
      // A token must not follow a redirect, and our server sends none: whoever does is a portal or a proxy.
      redirect: "error",
      credentials: "omit",
      cache: "no-store",
      signal: silence.signal,
    });
    return await take(response, silence.broken);
  } catch (error) {
    const { aborted, reason } = silence.signal;
    const cause: unknown = aborted ? reason : error;
    return { status: "unreachable", reason: unreachableReason(cause) };
  } finally {
    silence.end();
  }
}

/** `broken` says that something has come. The first of it may take `firstMs` longer: what is asked must go out before. */
function watchSilence(silenceMs: number, firstMs: number) {
  const controller = new AbortController();
  const giveUp = () =>
    controller.abort(new DOMException("silence", "TimeoutError"));
  let timer = setTimeout(giveUp, silenceMs + firstMs);
  return {
    signal: controller.signal,
    broken() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    end: () => clearTimeout(timer),
  };
}

async function textOf(response: Response, heard: () => void): Promise<string> {
  heard();
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = "";
  for (;;) {
    const part = await reader?.read();
    if (!part?.value) break;
    heard();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Null: there is more than `most`. */
async function bytesOf(
  response: Response,
  heard: () => void,
  most: number,
): Promise<Uint8Array | null> {
  heard();
  const bytes = new Uint8Array(most);
  const reader = response.body?.getReader();
  let length = 0;
  for (;;) {
    const part = await reader?.read();
    if (!part?.value) return bytes.subarray(0, length);
    heard();
    if (length + part.value.length > most) {
      await reader?.cancel();
      return null;
    }
    bytes.set(part.value, length);
    length += part.value.length;
  }
}

async function read<S extends z.ZodType>(
  response: Response,
  schema: S,
  heard: () => void,
): Promise<HttpAnswer<z.infer<S>>> {
  const body = parsed(await textOf(response, heard));
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
