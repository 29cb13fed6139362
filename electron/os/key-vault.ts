import { hkdfSync, randomBytes } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { VaultState } from "../../shared/ipc/contract.ts";
import { diskErrorCode, replaceFile } from "./durable-file.ts";
import type { Keystore } from "./keystore.ts";
import {
  KeyDerivation,
  keyFromPassphrase,
  newKeyDerivation,
} from "./passphrase.ts";
import { seal, unseal } from "./sealed-bytes.ts";

/** What a key is for; each purpose has its own, so that none is of use for another. */
export type KeyPurpose = "store" | "journal" | "tokens" | "settings" | "files";

/** The open vault: 32 bytes for each purpose, derived from the one data key (HKDF-SHA-256). */
export type Keys = Readonly<Record<KeyPurpose, Uint8Array<ArrayBuffer>>>;

const VaultFile = z.discriminatedUnion("protectedBy", [
  z.object({
    version: z.literal(1),
    protectedBy: z.literal("keystore"),
    wrapped: z.base64(),
  }),
  z.object({
    version: z.literal(1),
    protectedBy: z.literal("passphrase"),
    kdf: KeyDerivation,
    wrapped: z.base64(),
  }),
]);
type VaultFile = z.infer<typeof VaultFile>;

const WRAPPING = "carnet/data-key";
const DATA_KEY_BYTES = 32;

export interface KeyVault {
  /** Opens with the keystore, making the data key at the very first start; else says what is needed. */
  open(): Promise<VaultState>;
  /** Opens with a passphrase; at the first start without a keystore it becomes the passphrase. */
  unlock(passphrase: string): Promise<VaultState>;
  /** Resolves once the vault is open, with the keys. */
  readonly keys: Promise<Keys>;
}

/**
 * Keeps the data key that seals everything at rest. The key is random; `file` holds it wrapped by the system's keystore,
 * or by a passphrase where there is none, and is written exactly once. Never is a second key made while the first may
 * still have sealed something, and a wrong passphrase changes nothing.
 *
 * `unattended` is a passphrase given from outside; it is tried as if it had been typed.
 */
export function createKeyVault(deps: {
  readonly file: string;
  /** Folders that hold sealed data if they hold anything. */
  readonly sealedFolders: readonly string[];
  readonly keystore: Keystore;
  readonly unattended?: string | undefined;
  /** Only for tests, which cannot wait for a real one. */
  readonly newKeyDerivation?: () => KeyDerivation;
}): KeyVault {
  const { file, keystore } = deps;
  const opened = Promise.withResolvers<Keys>();
  let present: VaultState | null = null;
  /** One attempt after the other: two at the first start must not make two keys. */
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn(attempt: () => Promise<VaultState>): Promise<VaultState> {
    const turn = queue.then(async () => {
      if (present !== null) return present;
      const state = await attempt();
      if (state.kind === "open") present = state;
      return state;
    });
    queue = turn.catch(() => undefined);
    return turn;
  }

  function openedWith(
    dataKey: Buffer,
    protectedBy: "keystore" | "passphrase",
  ): VaultState {
    const keys = subkeys(dataKey);
    opened.resolve(keys);
    return { kind: "open", storeKey: keys.store, protectedBy };
  }

  async function openWithKeystore(): Promise<VaultState> {
    const found = await readVault(file);
    if (found === "damaged") return unavailable("damaged");
    if (found?.protectedBy === "passphrase")
      return { kind: "locked", first: false };
    const available = await keystore.available();
    if (found) {
      if (!available) return unavailable("keystore-missing");
      const unwrapped = await keystore
        .unwrap(Buffer.from(found.wrapped, "base64"))
        .catch(() => null);
      if (unwrapped === null) return unavailable("keystore-missing");
      const dataKey = Buffer.from(unwrapped, "base64");
      return dataKey.length === DATA_KEY_BYTES
        ? openedWith(dataKey, "keystore")
        : unavailable("damaged");
    }
    if (await holdAnything(deps.sealedFolders)) return unavailable("damaged");
    if (!available) return { kind: "locked", first: true };
    const dataKey = randomBytes(DATA_KEY_BYTES);
    const wrapped = await keystore.wrap(dataKey.toString("base64"));
    await writeVault(file, {
      version: 1,
      protectedBy: "keystore",
      wrapped: wrapped.toString("base64"),
    });
    return openedWith(dataKey, "keystore");
  }

  async function openWithPassphrase(passphrase: string): Promise<VaultState> {
    const state = await openWithKeystore();
    if (state.kind !== "locked") return state;
    const found = await readVault(file);
    if (found === null || found === "damaged") {
      const kdf = (deps.newKeyDerivation ?? newKeyDerivation)();
      const dataKey = randomBytes(DATA_KEY_BYTES);
      const wrapping = await keyFromPassphrase(passphrase, kdf);
      await writeVault(file, {
        version: 1,
        protectedBy: "passphrase",
        kdf,
        wrapped: seal(wrapping, WRAPPING, dataKey).toString("base64"),
      });
      return openedWith(dataKey, "passphrase");
    }
    if (found.protectedBy !== "passphrase") return state;
    const wrapping = await keyFromPassphrase(passphrase, found.kdf);
    const wrapped = Buffer.from(found.wrapped, "base64");
    const dataKey = unseal(wrapping, WRAPPING, wrapped);
    return dataKey === null
      ? { kind: "wrong-passphrase" }
      : openedWith(dataKey, "passphrase");
  }

  return {
    keys: opened.promise,
    unlock: (passphrase) => inTurn(() => openWithPassphrase(passphrase)),
    open: () =>
      inTurn(async () => {
        const state = await openWithKeystore();
        return state.kind === "locked" && deps.unattended !== undefined
          ? openWithPassphrase(deps.unattended)
          : state;
      }),
  };
}

function subkeys(dataKey: Buffer): Keys {
  const derive = (purpose: KeyPurpose) =>
    new Uint8Array(
      hkdfSync("sha256", dataKey, "", `carnet/${purpose}`, DATA_KEY_BYTES),
    );
  return {
    store: derive("store"),
    journal: derive("journal"),
    tokens: derive("tokens"),
    settings: derive("settings"),
    files: derive("files"),
  };
}

function unavailable(reason: "keystore-missing" | "damaged"): VaultState {
  return { kind: "unavailable", reason };
}

async function readVault(file: string): Promise<VaultFile | "damaged" | null> {
  try {
    const text = await readFile(file, "utf8");
    return VaultFile.parse(JSON.parse(text));
  } catch (error) {
    return diskErrorCode(error) === "ENOENT" ? null : "damaged";
  }
}

async function writeVault(file: string, vault: VaultFile): Promise<void> {
  await replaceFile(file, `${JSON.stringify(vault, null, 2)}\n`);
}

async function holdAnything(folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) {
    const names = await readdir(path.resolve(folder)).catch(() => []);
    if (names.length > 0) return true;
  }
  return false;
}
