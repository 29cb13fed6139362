import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { BACKUP_ENDING } from "../../shared/ipc/backup.ts";

/** What the operating system can ask the app to open. */
export type Link =
  | { readonly kind: "contact"; readonly id: string }
  /** By the key of the whole machine. */
  | { readonly kind: "visit" }
  /** From a notification; null = the list of tasks. */
  | { readonly kind: "task"; readonly id: string | null }
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "backup"; readonly path: string };

const CONTACT = /^carnet:\/\/contact\/([^/?#]+)\/?$/i;
const Id = z.uuid();
const KINDS: ReadonlyMap<string, "file" | "backup"> = new Map([
  [".vcf", "file"],
  [".vcard", "file"],
  [`.${BACKUP_ENDING}`, "backup"],
]);

/**
 * The links, vCard files and backups among a process's arguments, in their order. They are searched for, never indexed: Chromium
 * adds switches of its own, and an unpackaged start has the app's folder among them. What cannot be read as a link is
 * nobody's, and is passed over.
 *
 * `workingDirectory` is that of the process whose arguments these are.
 */
export function linksIn(
  argv: readonly string[],
  workingDirectory: string,
): readonly Link[] {
  return argv.flatMap((argument) => {
    // A switch, be it --from=a.vcf, is no file.
    if (argument.startsWith("-")) return [];
    const link = linkOf(argument, workingDirectory);
    return link === null ? [] : [link];
  });
}

/** One link: `carnet://contact/ID`, or a `.vcf`, `.vcard` or backup file as a path or a `file:` address. */
export function linkOf(text: string, workingDirectory: string): Link | null {
  const id = Id.safeParse(CONTACT.exec(text)?.[1]?.toLowerCase());
  if (id.success) return { kind: "contact", id: id.data };
  const file = filePath(text);
  if (file === null) return null;
  const kind = KINDS.get(path.extname(file).toLowerCase());
  return kind ? { kind, path: path.resolve(workingDirectory, file) } : null;
}

function filePath(text: string): string | null {
  // File managers hand over addresses, people paths.
  if (/^file:/i.test(text)) {
    try {
      return fileURLToPath(text);
    } catch {
      return null; // on another machine, or no file address at all
    }
  }
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(text) ? null : text;
}
