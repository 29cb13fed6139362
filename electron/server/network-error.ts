/** Why a server was not reached: stable codes, never shown as they are. */
export type UnreachableReason =
  | "offline"
  | "dns"
  | "refused"
  | "timeout"
  | "certificate"
  | "cut"
  /** Something answered that is no Carnet server: a captive portal, a proxy, another program. */
  | "not-carnet"
  | "server-error"
  /** The rotated token could not be stored, so it must not be used. */
  | "disk"
  | "network";

/** Codes of Chromium's network stack and of Node's. */
const REASONS: readonly (readonly [RegExp, UnreachableReason])[] = [
  [/INTERNET_DISCONNECTED|ENETUNREACH|ENETDOWN|NETWORK_ACCESS/, "offline"],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION|ENOTFOUND|EAI_AGAIN/, "dns"],
  [/TIMED_OUT|TIMEOUT|ETIMEDOUT|TimeoutError/i, "timeout"],
  [/CONNECTION_REFUSED|ECONNREFUSED|ADDRESS_UNREACHABLE/, "refused"],
  [/ERR_CERT|ERR_SSL|ERR_TLS|CERT_|SELF_SIGNED/, "certificate"],
  [/redirect/i, "not-carnet"],
  [
    /RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|ABORTED|NETWORK_CHANGED|ECONN|EPIPE|SocketError|UND_ERR_SOCKET|INCOMPLETE_CHUNKED/,
    "cut",
  ],
];

/** Reads the reason out of what `fetch` rejected with. */
export function unreachableReason(error: unknown): UnreachableReason {
  const text = textOf(error);
  return REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? "network";
}

function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  const cause = error.cause === undefined ? "" : textOf(error.cause);
  return `${error.name} ${code} ${error.message} ${cause}`;
}
