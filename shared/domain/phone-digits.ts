const PHONE_LIKE = /^[\d\s+()./'-]+$/;
const FEWEST_DIGITS = 3;
const HOME_COUNTRY = "41";

/**
 * The digits of what a person typed, when it looks like a phone number of at least three digits, else null.
 * `00` before a country code is the same as `+`.
 */
export function phoneQuery(typed: string): string | null {
  if (!PHONE_LIKE.test(typed)) return null;
  const digits = typed.replace(/\D/g, "").replace(/^00/, "");
  return digits.length >= FEWEST_DIGITS ? digits : null;
}

/**
 * Every way of typing a stored number, digits only, parted by spaces: `+41 26 411 02 03` and `026 411 02 03` both
 * give `41264110203 0264110203`. A number without country is taken as Swiss.
 */
export function phoneForms(stored: string): string {
  const digits = stored.replace(/\D/g, "");
  if (digits === "") return "";
  const written = stored.trim();
  const international = written.startsWith("+")
    ? digits
    : digits.startsWith("00")
      ? digits.slice(2)
      : null;
  if (international?.startsWith(HOME_COUNTRY))
    return `${international} 0${national(international)}`;
  if (international !== null) return international;
  return digits.startsWith("0")
    ? `${HOME_COUNTRY}${digits.slice(1)} ${digits}`
    : digits;
}

/** `+41 (0)26 …` is often written with the zero that it replaces. */
function national(international: string): string {
  return international.slice(HOME_COUNTRY.length).replace(/^0/, "");
}
