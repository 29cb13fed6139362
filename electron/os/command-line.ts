import { isCalendarDay } from "../../shared/core/calendar.ts";
import { requests } from "../../shared/ipc/contract.ts";
import type { LocalSettings } from "../../shared/ipc/settings.ts";
import { languageFor } from "./local-settings.ts";

/** What the command line and the environment ask for, once. */
export interface StartOptions {
  /** Absolute or relative to the working directory; null = the system's usual place. */
  readonly userDataDir: string | null;
  readonly settings: Partial<LocalSettings>;
  readonly passphrase: string | undefined;
  readonly enrollment: Enrollment | null;
}

/** Unattended enrolment: where, and with which code. */
export interface Enrollment {
  readonly url: string;
  readonly code: string;
}

/**
 * Reads the switches (`--user-data-dir`, `--lang`, `--work-date`) and the variables `CARNET_PASSPHRASE`, `CARNET_SERVER`,
 * `CARNET_ENROLLMENT`. The secret ones are removed from `environment`, so that no child process inherits them.
 * A value that makes no sense is left out, and `warn` is told.
 */
export function readStartOptions(
  switchValue: (name: string) => string,
  environment: Record<string, string | undefined>,
  warn: (line: string) => void,
): StartOptions {
  const given = passphrase(environment, warn);
  return {
    userDataDir: switchValue("user-data-dir") || null,
    settings: {
      ...language(switchValue("lang"), warn),
      ...workDate(switchValue("work-date"), warn),
      // Nobody may know a passphrase that nobody has typed.
      ...(given === undefined ? {} : { lockAfterMinutes: 0 }),
    },
    passphrase: given,
    enrollment: enrollment(environment),
  };
}

function language(
  value: string,
  warn: (line: string) => void,
): Partial<LocalSettings> {
  if (value === "") return {};
  const found = languageFor([value]);
  if (found === "en" && !value.toLowerCase().startsWith("en")) {
    warn(`--lang=${value}: not one of fr-CH, de-CH, it-CH, en`);
    return {};
  }
  return { language: found };
}

function workDate(
  value: string,
  warn: (line: string) => void,
): Partial<LocalSettings> {
  if (value === "") return {};
  if (isCalendarDay(value)) return { workDate: value };
  warn(`--work-date=${value}: not a day like 2026-11-22`);
  return {};
}

/** Held to the same rule as a typed one. */
function passphrase(
  environment: Record<string, string | undefined>,
  warn: (line: string) => void,
): string | undefined {
  const value = taken(environment, "CARNET_PASSPHRASE");
  if (value === undefined) return undefined;
  if (requests["vault/unlock"].input.safeParse({ passphrase: value }).success)
    return value;
  warn("CARNET_PASSPHRASE: at least 8 characters are needed");
  return undefined;
}

function enrollment(
  environment: Record<string, string | undefined>,
): Enrollment | null {
  const url = environment["CARNET_SERVER"];
  const code = taken(environment, "CARNET_ENROLLMENT");
  return url && code ? { url, code } : null;
}

function taken(
  environment: Record<string, string | undefined>,
  name: string,
): string | undefined {
  const value = environment[name];
  delete environment[name];
  return value === "" ? undefined : value;
}
