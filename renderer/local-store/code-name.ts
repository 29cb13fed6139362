import type { CodeKind } from "../../shared/entities/code.ts";

const types = {
  country: "region",
  language: "language",
  currency: "currency",
} as const satisfies Partial<Record<CodeKind, Intl.DisplayNamesType>>;

/** What the system calls a code that no list here has: `CA` → `Kanada`; the code itself when it knows nothing. */
export function codeName(
  kind: CodeKind,
  code: string,
  language: string,
): string {
  const type = Object.entries(types).find(([one]) => one === kind)?.[1];
  if (type === undefined) return code;
  try {
    return new Intl.DisplayNames([language], { type }).of(code) ?? code;
  } catch {
    // No code of this form: a text that came from elsewhere.
    return code;
  }
}
