import { z } from "zod";

/** Codes of refusals of a whole request, and their HTTP status. The set may only grow: clients act on the code. */
const STATUS = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  revoked: 403,
  device_mismatch: 403,
  leases_off: 403,
  not_found: 404,
  epoch_changed: 409,
  device_forked: 409,
  offset_conflict: 409,
  cursor_too_old: 410,
  wrong_tus: 412,
  too_large: 413,
  wrong_media: 415,
  bad_range: 416,
  client_too_old: 426,
  too_many: 429,
  checksum_mismatch: 460,
  busy: 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** A request that is refused as a whole. `message` is for a log, never for a person, and holds no personal data. */
export class HttpError extends Error {
  readonly code: ErrorCode;
  readonly retryAfterS: number | null;
  /** Further members of the answer's `error`. */
  readonly facts: Readonly<Record<string, string | boolean>>;

  constructor(
    code: ErrorCode,
    message: string,
    more: number | { readonly facts: HttpError["facts"] } = { facts: {} },
  ) {
    super(message);
    this.code = code;
    this.retryAfterS = typeof more === "number" ? more : null;
    this.facts = typeof more === "number" ? {} : more.facts;
  }

  toResponse(): Response {
    const { code, message, retryAfterS, facts } = this;
    return Response.json(
      { error: { code, message, ...facts } },
      {
        status: STATUS[code],
        headers:
          retryAfterS === null ? {} : { "Retry-After": String(retryAfterS) },
      },
    );
  }
}

/** The value, or 400 with the place of the first fault. */
export function parsed<S extends z.ZodType>(
  schema: S,
  raw: unknown,
): z.infer<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new HttpError(
    "bad_request",
    `${issue?.path.join("/") ?? ""}: ${issue?.message ?? "unreadable"}`,
  );
}
