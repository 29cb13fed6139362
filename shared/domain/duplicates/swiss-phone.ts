/**
 * One form of a number however its country was written, digits only: `+41 26 555 01 23`, `0041 26…`, `+41 (0)26…` and
 * `026 …` are the same; a number without country is Swiss. `phoneE164` says the same of whole numbers and takes a hundred
 * times as long: too long for every contact.
 */
export function swissPhone(typed: string): string {
  const digits = typed.replace(/\D/g, "");
  if (digits === "") return "";
  const international = typed.trimStart().startsWith("+")
    ? digits
    : digits.startsWith("00")
      ? digits.slice(2)
      : null;
  if (international === null)
    return digits.startsWith("0") ? `41${digits.slice(1)}` : digits;
  return international.replace(/^410/, "41");
}
