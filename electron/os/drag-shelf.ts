import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diskErrorCode } from "./durable-file.ts";

/** Whoever takes a file has read it by then. */
const KEPT_MS = 60_000;

/** Cards on their way to another program, in clear for as long as that takes. */
export interface DragShelf {
  /** Path of a file with this content; `name` is what it should be called. Throws when the disk refuses. */
  put(name: string, card: string): string;
  /** Nothing that was put is left, but what another program holds on to: that goes later. Never throws. */
  clear(): void;
}

export function createDragShelf(
  folder: string,
  remove = (at: string) => rmSync(at, { recursive: true, force: true }),
): DragShelf {
  /** Nobody waits for it: neither the lock nor the end of the app may fail for a file that is open elsewhere. */
  function removeSoon(at: string): void {
    try {
      remove(at);
    } catch {
      setTimeout(() => removeSoon(at), KEPT_MS).unref();
    }
  }
  const clear = () => removeSoon(folder);
  // A crash may have left some.
  clear();
  return {
    clear,
    put(name, card) {
      // Two of one name must not meet, and the other program is to see the name.
      const own = path.join(folder, randomUUID());
      const file = path.join(own, `${fileName(name)}.vcf`);
      try {
        mkdirSync(own, { recursive: true, mode: 0o700 });
        writeFileSync(file, card, { mode: 0o600 });
      } catch (error) {
        // Its own words name the file, which is a person's, and would stand in the log.
        throw new Error(`No card on the shelf: ${diskErrorCode(error)}`);
      }
      setTimeout(() => removeSoon(own), KEPT_MS).unref();
      return file;
    },
  };
}

/** What every system takes for a name, and no more than one part of a path. */
function fileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N} ._-]+/gu, "-")
    .replaceAll(/^[ .]+|[ .]+$/gu, "")
    .slice(0, 80)
    .trim();
  return plain === "" ? "contact" : plain;
}
