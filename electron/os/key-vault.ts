import { hkdfSync, randomBytes } from "node:crypto";
import type { Protection, VaultState } from "../../shared/ipc/vault.ts";
import type { Keystore } from "./keystore.ts";
import {
  keyFromPassphrase,
  newKeyDerivation,
  type KeyDerivation,
} from "./passphrase.ts";
import {
  asRecoveryCode,
  keyFromRecoveryCode,
  newRecoveryCode,
} from "./recovery-code.ts";
import { seal, unseal } from "./sealed-bytes.ts";
import {
  holdAnything,
  mendCopy,
  readVault,
  writeVault,
  type VaultFile,
} from "./vault-file.ts";

/** What a key is for; each purpose has its own, so that none is of use for another. */
export type KeyPurpose =
  | "store"
  | "journal"
  | "tokens"
  | "settings"
  | "files"
  | "drafts"
  | "snapshots"
  | "erasures";

/** The open vault: 32 bytes for each purpose, derived from the one data key (HKDF-SHA-256). */
export type Keys = Readonly<Record<KeyPurpose, Uint8Array<ArrayBuffer>>>;

const WRAPPING = "carnet/data-key";
const RECOVERY = "carnet/recovery";
const DATA_KEY_BYTES = 32;

export interface KeyVault {
  /** Opens with the keystore, making the data key at the very first start; else says what is needed. */
  open(): Promise<VaultState>;
  /**
   * Opens with a passphrase; at the first start without a keystore it becomes the passphrase. Null: with the keystore,
   * after a lock.
   */
  unlock(passphrase: string | null): Promise<VaultState>;
  /** Opens with the recovery code, and from then on with the new passphrase. */
  recover(code: string, passphrase: string): Promise<VaultState>;
  /**
   * From now on another passphrase opens it, or (null) the keystore. `present` is asked for where there is one: a
   * notebook left open is not another's to lock.
   */
  protect(
    passphrase: string | null,
    present: string | null,
  ): Promise<Protection>;
  /** A new code; of no use until it is kept, and then the former one is of none. */
  newRecoveryCode(): string;
  /** The person has it: they have typed its last letters. */
  keepRecoveryCode(typed: string): Promise<boolean>;
  /** Resolves once the vault is open, with the keys. */
  readonly keys: Promise<Keys>;
  /** Forgets the data key; whoever wants to go on opens another vault. */
  close(): void;
}

/**
 * Keeps the data key that seals everything at rest. The key is random and never replaced; `file` holds it wrapped by the
 * system's keystore or by a passphrase, and if the person wants by a recovery code. Never is a second key made while the
 * first may still have sealed something, and a wrong passphrase changes nothing.
 *
 * `unattended` is a passphrase given from outside; it is tried as if it had been typed.
 */
export function createKeyVault(deps: {
  readonly file: string;
  /** Folders that hold sealed data if they hold anything. */
  readonly sealedFolders: readonly string[];
  readonly keystore: Keystore;
  readonly unattended?: string | undefined;
  /** Locked by the person or by the time: no keystore opens it by itself. */
  readonly locked?: boolean;
  /** Only for tests, which cannot wait for a real one. */
  readonly newKeyDerivation?: () => KeyDerivation;
}): KeyVault {
  const { file, keystore } = deps;
  const opened = Promise.withResolvers<Keys>();
  let present: VaultState | null = null;
  let dataKey: Buffer | null = null;
  let offered: string | null = null;
  /** One attempt after the other: two at the first start must not make two keys. */
  let queue: Promise<unknown> = Promise.resolve();

  function inTurn<T>(attempt: () => Promise<T>): Promise<T> {
    const turn = queue.then(attempt);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function opening(attempt: () => Promise<VaultState>): Promise<VaultState> {
    return inTurn(async () => {
      if (present !== null) return present;
      const state = await attempt();
      if (state.kind === "open") present = state;
      return state;
    });
  }

  function openedWith(key: Buffer, vault: VaultFile): VaultState {
    dataKey = key;
    const keys = subkeys(key);
    opened.resolve(keys);
    const { protectedBy } = vault;
    const recovery = vault.recovery !== undefined;
    return { kind: "open", storeKey: keys.store, protectedBy, recovery };
  }

  async function unwrapped(wrapped: string): Promise<Buffer | null> {
    if (!(await keystore.available())) return null;
    const text = await keystore
      .unwrap(Buffer.from(wrapped, "base64"))
      .catch(() => null);
    return text === null ? null : Buffer.from(text, "base64");
  }

  async function openWithKeystore(asked = false): Promise<VaultState> {
    const found = await readVault(file);
    if (found === "damaged") return unavailable("damaged", false);
    if (found === null) {
      if (await holdAnything(deps.sealedFolders))
        return unavailable("damaged", false);
      if (!(await keystore.available())) return locked("passphrase", true);
      return firstKey((key) => wrappedByKeystore(key));
    }
    const recovery = found.recovery !== undefined;
    await mendCopy(file, found);
    if (found.protectedBy === "passphrase")
      return { ...locked("passphrase", false), recovery };
    if (deps.locked && !asked)
      return { ...locked("keystore", false), recovery };
    const key = await unwrapped(found.wrapped);
    if (key === null) return unavailable("keystore-missing", recovery);
    return key.length === DATA_KEY_BYTES
      ? openedWith(key, found)
      : unavailable("damaged", recovery);
  }

  async function firstKey(
    wrap: (key: Buffer) => Promise<VaultFile>,
  ): Promise<VaultState> {
    const key = randomBytes(DATA_KEY_BYTES);
    const vault = await wrap(key);
    await writeVault(file, vault);
    return openedWith(key, vault);
  }

  async function wrappedByKeystore(key: Buffer): Promise<VaultFile> {
    const wrapped = await keystore.wrap(key.toString("base64"));
    return {
      version: 1,
      protectedBy: "keystore",
      wrapped: wrapped.toString("base64"),
    };
  }

  async function wrappedByPassphrase(
    key: Buffer,
    passphrase: string,
  ): Promise<VaultFile> {
    const kdf = (deps.newKeyDerivation ?? newKeyDerivation)();
    const wrapping = await keyFromPassphrase(passphrase, kdf);
    const wrapped = seal(wrapping, WRAPPING, key).toString("base64");
    return { version: 1, protectedBy: "passphrase", kdf, wrapped };
  }

  async function openWithPassphrase(passphrase: string): Promise<VaultState> {
    const state = await openWithKeystore();
    if (state.kind !== "locked") return state;
    const found = await readVault(file);
    if (found === null || found === "damaged")
      return firstKey((key) => wrappedByPassphrase(key, passphrase));
    if (found.protectedBy !== "passphrase") return state;
    const key = await keyBehind(found, passphrase);
    return key === null ? { kind: "wrong-passphrase" } : openedWith(key, found);
  }

  async function recover(
    code: string,
    passphrase: string,
  ): Promise<VaultState> {
    const found = await readVault(file);
    if (found === null || found === "damaged")
      return unavailable("damaged", false);
    if (found.recovery === undefined) return { kind: "wrong-code" };
    const sealed = Buffer.from(found.recovery, "base64");
    const key = unseal(keyFromRecoveryCode(code), RECOVERY, sealed);
    if (key === null) return { kind: "wrong-code" };
    const vault = {
      ...(await wrappedByPassphrase(key, passphrase)),
      recovery: found.recovery,
    };
    await writeVault(file, vault);
    return openedWith(key, vault);
  }

  async function isAllowed(
    found: VaultFile,
    typed: string | null,
  ): Promise<boolean> {
    if (found.protectedBy === "keystore") return true;
    return typed !== null && (await keyBehind(found, typed)) !== null;
  }

  async function protect(
    passphrase: string | null,
    typed: string | null,
  ): Promise<Protection> {
    const found = await readVault(file);
    if (dataKey === null || found === null || found === "damaged")
      return { status: "failed" };
    if (!(await isAllowed(found, typed))) return { status: "wrong-passphrase" };
    if (passphrase === null && !(await keystore.available()))
      return { status: "no-keystore" };
    const vault =
      passphrase === null
        ? await wrappedByKeystore(dataKey)
        : await wrappedByPassphrase(dataKey, passphrase);
    await write({ ...vault, recovery: found.recovery });
    return { status: "done", protectedBy: vault.protectedBy };
  }

  /** A page that is loaded again is told what holds now. */
  async function write(vault: VaultFile): Promise<void> {
    await writeVault(file, vault);
    if (present?.kind !== "open") return;
    const { protectedBy } = vault;
    present = {
      ...present,
      protectedBy,
      recovery: vault.recovery !== undefined,
    };
  }

  return {
    keys: opened.promise,
    unlock: (passphrase) =>
      opening(() =>
        passphrase === null
          ? openWithKeystore(true)
          : openWithPassphrase(passphrase),
      ),
    open: () =>
      opening(async () => {
        const state = await openWithKeystore();
        return state.kind === "locked" &&
          state.by === "passphrase" &&
          deps.unattended !== undefined
          ? openWithPassphrase(deps.unattended)
          : state;
      }),
    recover: (code, passphrase) => opening(() => recover(code, passphrase)),
    protect: (passphrase, typed) => inTurn(() => protect(passphrase, typed)),
    newRecoveryCode: () => (offered = newRecoveryCode()),
    keepRecoveryCode: (typed) =>
      inTurn(async () => {
        const found = await readVault(file);
        const end = asRecoveryCode(typed);
        if (offered === null || dataKey === null || end.length < 4)
          return false;
        if (!asRecoveryCode(offered).endsWith(end)) return false;
        if (found === null || found === "damaged") return false;
        const sealed = seal(keyFromRecoveryCode(offered), RECOVERY, dataKey);
        await write({ ...found, recovery: sealed.toString("base64") });
        offered = null;
        return true;
      }),
    close() {
      dataKey?.fill(0);
      dataKey = null;
      offered = null;
    },
  };
}

async function keyBehind(
  vault: Extract<VaultFile, { protectedBy: "passphrase" }>,
  passphrase: string,
): Promise<Buffer | null> {
  const wrapping = await keyFromPassphrase(passphrase, vault.kdf);
  return unseal(wrapping, WRAPPING, Buffer.from(vault.wrapped, "base64"));
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
    drafts: derive("drafts"),
    snapshots: derive("snapshots"),
    erasures: derive("erasures"),
  };
}

function unavailable(
  reason: "keystore-missing" | "damaged",
  recovery: boolean,
): VaultState {
  return { kind: "unavailable", reason, recovery };
}

function locked(by: "passphrase" | "keystore", first: boolean) {
  return { kind: "locked" as const, first, by, recovery: false };
}
