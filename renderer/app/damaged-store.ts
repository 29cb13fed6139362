import { isDiskFull } from "../ui/store-trouble.ts";
import type { Unopened } from "./notebook.ts";

/**
 * A readable copy that does not open is damaged, and can be made anew; on a full disk nothing is wrong with it, and the
 * error goes on: with room again it opens.
 */
export function damagedStore(error: unknown, unsent: number): Unopened {
  if (isDiskFull(String(error))) throw error;
  return { kind: "damaged-store", unsent, details: String(error) };
}
