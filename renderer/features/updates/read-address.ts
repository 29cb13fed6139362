import { updateFolder } from "../../../shared/ipc/updates.ts";

/** What an address for updates means, as it is written; null = nothing would be looked for there. */
export function readAddress(typed: string): string | null {
  // Where the package says.
  return typed === "" ? "" : updateFolder(typed);
}
