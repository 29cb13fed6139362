import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { diskErrorCode, replaceFile } from "./durable-file.ts";
import { KeyDerivation } from "./passphrase.ts";

/** The data key, wrapped by the recovery code. */
const recovery = z.base64().optional();

/** The wrapped data key as it lies on the disk. */
export const VaultFile = z.discriminatedUnion("protectedBy", [
  z.object({
    version: z.literal(1),
    protectedBy: z.literal("keystore"),
    wrapped: z.base64(),
    recovery,
  }),
  z.object({
    version: z.literal(1),
    protectedBy: z.literal("passphrase"),
    kdf: KeyDerivation,
    wrapped: z.base64(),
    recovery,
  }),
]);
export type VaultFile = z.infer<typeof VaultFile>;

/** Without this file nothing of the profile can be read again: it lies there twice, and one mends the other. */
export const copyOf = (file: string) => file.replace(/\.json$/, ".copy.json");

export async function readVault(
  file: string,
): Promise<VaultFile | "damaged" | null> {
  const first = await read(file);
  if (isVault(first)) return first;
  const second = await read(copyOf(file));
  if (!isVault(second)) return first ?? second;
  // A disk that refuses leaves the one that can be read.
  await replaceFile(file, textOf(second)).catch(() => undefined);
  return second;
}

/** The copy first: between the two a crash leaves what was before, and that still opens. */
export async function writeVault(
  file: string,
  vault: VaultFile,
): Promise<void> {
  await replaceFile(copyOf(file), textOf(vault));
  await replaceFile(file, textOf(vault));
}

/** After a crash between the two, and for profiles of before there was a copy. */
export async function mendCopy(file: string, vault: VaultFile): Promise<void> {
  const copy = await readFile(copyOf(file), "utf8").catch(() => "");
  if (copy === textOf(vault)) return;
  await replaceFile(copyOf(file), textOf(vault)).catch(() => undefined);
}

export async function holdAnything(
  folders: readonly string[],
): Promise<boolean> {
  for (const folder of folders) {
    const names = await readdir(path.resolve(folder)).catch(() => []);
    if (names.length > 0) return true;
  }
  return false;
}

async function read(file: string): Promise<VaultFile | "damaged" | null> {
  try {
    return VaultFile.parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    return diskErrorCode(error) === "ENOENT" ? null : "damaged";
  }
}

function isVault(found: VaultFile | "damaged" | null): found is VaultFile {
  return found !== null && found !== "damaged";
}

function textOf(vault: VaultFile): string {
  return `${JSON.stringify(vault, null, 2)}\n`;
}
