import type { ConnectResult } from "../../../shared/ipc/server.ts";

/** The form as typed, and what goes to the main process. */
export interface ConnectRequest {
  readonly url: string;
  readonly code: string;
  readonly deviceName: string;
}

export type ConnectFailure = Extract<ConnectResult, { status: "failed" }>;

export type ConnectField = keyof ConnectRequest;

export const connectFields = ["url", "code", "deviceName"] as const;

/** Fields that are still empty, in the order of the form. */
export function missingFields(values: ConnectRequest): readonly ConnectField[] {
  return connectFields.filter((field) => values[field].trim() === "");
}

/** Pasted spaces and line ends are no part of an address or a code. */
export function toRequest(values: ConnectRequest): ConnectRequest {
  return {
    url: values.url.trim(),
    code: values.code.replace(/\s+/g, ""),
    deviceName: values.deviceName.trim().slice(0, 100),
  };
}

/** The field that a failure is about, so that it can be corrected at once; null when it is about none. */
export function fieldAtFault(
  reason: ConnectFailure["reason"],
): ConnectField | null {
  switch (reason) {
    case "bad-address":
    case "unreachable":
    case "not-carnet":
      return "url";
    case "bad-code":
      return "code";
    case "too-old":
    case "refused":
      return null;
  }
}

/** The key of the words for a failure. */
export function failureWords(failure: ConnectFailure) {
  if (failure.reason === "refused") {
    if (failure.detail === "other-company")
      return "connect.fail.other-company" as const;
    if (failure.detail === "disk") return "connect.fail.disk" as const;
  }
  return `connect.fail.${failure.reason}` as const;
}
