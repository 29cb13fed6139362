const ADDRESS = /^[^\s@;,<>"]+@[^\s@;,<>".]+(\.[^\s@;,<>".]+)+$/;

/** Addresses as typed or pasted, `a@x.ch, mailto:b@x.ch`, as one stored value `a@x.ch; b@x.ch`; null when one is none. */
export function normalEmail(typed: string): string | null {
  const addresses = typed
    .split(/[;,]/)
    .map((address) => address.trim().replace(/^mailto:/i, ""))
    .filter((address) => address !== "");
  return addresses.length > 0 && addresses.every((a) => ADDRESS.test(a))
    ? addresses.join("; ")
    : null;
}

/** The addresses of a stored value, in order. */
export function emailAddresses(email: string): readonly string[] {
  return email
    .split(";")
    .map((address) => address.trim())
    .filter((address) => address !== "");
}
