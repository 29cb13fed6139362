/**
 * The origin of a server that this app may talk to, without a trailing slash: https anywhere, http on this machine only.
 * Null for everything else, user names and paths included.
 */
export function serverOrigin(typed: string): string | null {
  const text = typed.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `https://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const bare =
    url.username === "" &&
    url.password === "" &&
    url.pathname === "/" &&
    url.search === "" &&
    url.hash === "";
  if (!bare || url.hostname === "") return null;
  if (url.protocol === "https:") return url.origin;
  return url.protocol === "http:" && isLoopback(url.hostname)
    ? url.origin
    : null;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname === "[::1]" ||
    /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname)
  );
}
