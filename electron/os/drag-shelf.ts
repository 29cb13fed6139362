import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Whoever takes a file has read it by then. */
const KEPT_MS = 60_000;

/** Cards on their way to another program, in clear for as long as that takes. */
export interface DragShelf {
  /** Path of a file with this content; `name` is what it should be called. */
  put(name: string, card: string): string;
  /** Nothing that was put is left. */
  clear(): void;
}

export function createDragShelf(folder: string): DragShelf {
  const clear = () => rmSync(folder, { recursive: true, force: true });
  // A crash may have left some.
  clear();
  return {
    clear,
    put(name, card) {
      // Two of one name must not meet, and the other program is to see the name.
      const own = path.join(folder, randomUUID());
      mkdirSync(own, { recursive: true, mode: 0o700 });
      const file = path.join(own, `${fileName(name)}.vcf`);
      writeFileSync(file, card, { mode: 0o600 });
      setTimeout(() => {
        if (existsSync(own)) rmSync(own, { recursive: true, force: true });
      }, KEPT_MS).unref();
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
