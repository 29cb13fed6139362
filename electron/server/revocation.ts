import type { HttpAnswer } from "./http.ts";
import { serverOrigin } from "./server-address.ts";
import type { TokenStore } from "./token-store.ts";

/**
 * True only for the word of the server that this device enrolled at, about this device: over https or from this machine
 * (`ask` follows no redirect), in the form of our protocol, naming our own id and saying "erase". A captive portal, a
 * proxy's page, an answer meant for another device and an older server's plain `revoked` are none.
 */
export function tellsToErase(
  answer: HttpAnswer<unknown>,
  connection: { readonly url: string; readonly deviceId: string },
): boolean {
  return (
    answer.status === "refused" &&
    answer.http === 403 &&
    answer.code === "revoked" &&
    answer.wipe === true &&
    answer.device === connection.deviceId &&
    serverOrigin(connection.url) === connection.url
  );
}

/**
 * What follows from an answer. Nothing is destroyed on one word: the token route must say the same, and that question
 * carries what only the real server can know. Where it cannot be asked, or says otherwise, the answer counts as none.
 */
export async function heed<T>(
  answer: HttpAnswer<T>,
  device: {
    readonly connection: { readonly url: string; readonly deviceId: string };
    readonly tokens: Pick<TokenStore, "renewedNow">;
    readonly onErase: () => void;
  },
): Promise<HttpAnswer<T>> {
  if (!tellsToErase(answer, device.connection)) return answer;
  const second = await device.tokens.renewedNow();
  if (tellsToErase(second, device.connection)) {
    device.onErase();
    return answer;
  }
  return second.status === "unreachable"
    ? second
    : { status: "unreachable", reason: "not-carnet" };
}
