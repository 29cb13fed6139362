import { readFileSync } from "node:fs";
import { userInfo } from "node:os";

/** What the person is called in full, as far as this computer knows; "" = it does not. Proposed, never taken unasked. */
export function userName(): string {
  try {
    const { username, uid } = userInfo();
    const passwd =
      process.platform === "linux" ? readFileSync("/etc/passwd", "utf8") : "";
    return likelyName(passwd, uid, username);
  } catch {
    return "";
  }
}

/** The name in the comment of the account, else an account that is a name itself: `anna.muller`, `Anna Müller`. */
export function likelyName(
  passwd: string,
  uid: number,
  account: string,
): string {
  const line = passwd
    .split("\n")
    .map((one) => one.split(":"))
    .find((one) => one[2] === String(uid));
  const [told = ""] = (line?.[4] ?? "").split(",");
  const parts = (told.trim().includes(" ") ? told : account)
    .split(/[\s._]+/)
    .filter((part) => /^\p{L}[\p{L}’'-]*$/u.test(part));
  if (parts.length < 2) return "";
  return parts
    .map((part) => part.charAt(0).toLocaleUpperCase() + part.slice(1))
    .join(" ")
    .slice(0, 50);
}
