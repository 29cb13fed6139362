import { fold } from "../core/fold.ts";

/** Two contacts with the same key have the same name, however it is typed: `Müller & Söhne AG` → `muller sohne ag`. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
