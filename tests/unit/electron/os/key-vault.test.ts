import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createKeyVault } from "../../../../electron/os/key-vault.ts";
import {
  systemKeystore,
  type SafeStorageCalls,
} from "../../../../electron/os/keystore.ts";
import { newKeyDerivation } from "../../../../electron/os/passphrase.ts";
import { temporaryFolder } from "../temporary-folder.ts";

/** Electron's safeStorage with a keystore behind it, or with none. */
function safeStorage(backend: string, secret = "s"): SafeStorageCalls {
  const turned = (bytes: Buffer) => {
    const pad = createHash("sha512").update(secret).digest();
    return Buffer.from(bytes.map((b, i) => b ^ pad[i % pad.length]!));
  };
  return {
    // With basic_text it says so too, once plain text has been allowed.
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => turned(Buffer.from(text)),
    decryptString: (bytes) => turned(bytes).toString(),
  };
}

function vaultIn(
  folder: string,
  backend: "gnome_libsecret" | "basic_text",
  options: {
    readonly unattended?: string;
    readonly secret?: string;
    readonly locked?: boolean;
  } = {},
) {
  return createKeyVault({
    file: path.join(folder, "vault.json"),
    sealedFolders: [path.join(folder, "journal")],
    keystore: systemKeystore(
      safeStorage(backend, options.secret),
      "linux",
      Promise.resolve(),
    ),
    unattended: options.unattended,
    locked: options.locked ?? false,
    newKeyDerivation: () => newKeyDerivation({ N: 16, r: 8, p: 1 }),
  });
}

async function storeKeyOf(
  state: Promise<{ readonly kind: string; readonly storeKey?: Uint8Array }>,
): Promise<string> {
  const { kind, storeKey } = await state;
  expect(kind).toBe("open");
  return Buffer.from(storeKey ?? []).toString("hex");
}

test("with a keystore the vault opens by itself, and with the same key every time", async () => {
  const folder = temporaryFolder();
  const first = await storeKeyOf(vaultIn(folder, "gnome_libsecret").open());
  const again = await storeKeyOf(vaultIn(folder, "gnome_libsecret").open());
  expect(first).toHaveLength(64);
  expect(again).toBe(first);
});

test("two openings at the first start make one key", async () => {
  const vault = vaultIn(temporaryFolder(), "gnome_libsecret");
  const [one, two] = await Promise.all([
    storeKeyOf(vault.open()),
    storeKeyOf(vault.open()),
  ]);
  expect(one).toBe(two);
});

test("basic_text counts as no keystore: a passphrase is asked for and nothing is written", async () => {
  const folder = temporaryFolder();
  const state = await vaultIn(folder, "basic_text").open();
  expect(state).toMatchObject({ kind: "locked", first: true });
  expect(existsSync(path.join(folder, "vault.json"))).toBe(false);
});

test("the first passphrase becomes the passphrase", async () => {
  const folder = temporaryFolder();
  const first = await storeKeyOf(
    vaultIn(folder, "basic_text").unlock("correct horse"),
  );
  const vault = vaultIn(folder, "basic_text");
  expect(await vault.open()).toMatchObject({ kind: "locked", first: false });
  expect(await storeKeyOf(vault.unlock("correct horse"))).toBe(first);
});

test("once open it stays open: a page that is loaded again is not asked for the passphrase", async () => {
  const vault = vaultIn(temporaryFolder(), "basic_text");
  const first = await storeKeyOf(vault.unlock("correct horse"));
  expect(await storeKeyOf(vault.open())).toBe(first);
});

test("a wrong passphrase leaves everything as it is, and the right one still opens", async () => {
  const folder = temporaryFolder();
  await vaultIn(folder, "basic_text").unlock("correct horse");
  const before = readFileSync(path.join(folder, "vault.json"), "utf8");
  const vault = vaultIn(folder, "basic_text");
  expect(await vault.unlock("wrong horse")).toEqual({
    kind: "wrong-passphrase",
  });
  expect(readFileSync(path.join(folder, "vault.json"), "utf8")).toBe(before);
  await storeKeyOf(vault.unlock("correct horse"));
});

test("a passphrase given from outside goes the same way as a typed one", async () => {
  const folder = temporaryFolder();
  const first = await storeKeyOf(
    vaultIn(folder, "basic_text", { unattended: "correct horse" }).open(),
  );
  expect(
    await storeKeyOf(vaultIn(folder, "basic_text").unlock("correct horse")),
  ).toBe(first);
  const wrong = vaultIn(folder, "basic_text", { unattended: "wrong horse" });
  expect(await wrong.open()).toEqual({ kind: "wrong-passphrase" });
});

test("a passphrase is not needed, and not used, where a keystore holds the key", async () => {
  const folder = temporaryFolder();
  await vaultIn(folder, "gnome_libsecret", { unattended: "whatever" }).open();
  const { protectedBy } = JSON.parse(
    readFileSync(path.join(folder, "vault.json"), "utf8"),
  ) as { protectedBy: string };
  expect(protectedBy).toBe("keystore");
});

test("when the keystore that holds the key is gone, that is said and no new key is made", async () => {
  const folder = temporaryFolder();
  await vaultIn(folder, "gnome_libsecret").open();
  const before = readFileSync(path.join(folder, "vault.json"), "utf8");
  const vault = vaultIn(folder, "basic_text", { unattended: "correct horse" });
  expect(await vault.open()).toEqual({
    kind: "unavailable",
    reason: "keystore-missing",
    recovery: false,
  });
  expect(await vault.unlock("correct horse")).toMatchObject({
    kind: "unavailable",
  });
  expect(readFileSync(path.join(folder, "vault.json"), "utf8")).toBe(before);
});

test("when sealed data is there and the vault is not, no new key is made over it", async () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, "journal"));
  writeFileSync(path.join(folder, "journal/journal-000001.bin"), "sealed");
  expect(await vaultIn(folder, "gnome_libsecret").open()).toEqual({
    kind: "unavailable",
    reason: "damaged",
    recovery: false,
  });
  expect(existsSync(path.join(folder, "vault.json"))).toBe(false);
});

test("a damaged vault is said to be damaged", async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, "vault.json"), '{"version":1,');
  expect(await vaultIn(folder, "gnome_libsecret").open()).toEqual({
    kind: "unavailable",
    reason: "damaged",
    recovery: false,
  });
});

test("every purpose has a key of its own, and the file holds none of them", async () => {
  const folder = temporaryFolder();
  const vault = vaultIn(folder, "basic_text", { unattended: "correct horse" });
  await vault.open();
  const keys = Object.values(await vault.keys).map((key) =>
    Buffer.from(key).toString("base64"),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(1);
  const file = readFileSync(path.join(folder, "vault.json"), "utf8");
  for (const key of keys) expect(file).not.toContain(key);
});

test("newer runtimes have only the asynchronous calls", async () => {
  const old = safeStorage("gnome_libsecret");
  const keystore = systemKeystore(
    {
      getSelectedStorageBackend: () => "gnome_libsecret",
      isAsyncEncryptionAvailable: async () => true,
      encryptStringAsync: async (text) => old.encryptString!(text),
      decryptStringAsync: async (bytes) => ({
        result: old.decryptString!(bytes),
      }),
    },
    "linux",
    Promise.resolve(),
  );
  expect(await keystore.available()).toBe(true);
  expect(await keystore.unwrap(await keystore.wrap("data key"))).toBe(
    "data key",
  );
});

test("a passphrase is worked on before the keystore may be asked", async () => {
  const folder = temporaryFolder();
  await vaultIn(folder, "basic_text").unlock("correct horse");
  const vault = createKeyVault({
    file: path.join(folder, "vault.json"),
    sealedFolders: [],
    keystore: systemKeystore({}, "linux", new Promise(() => undefined)),
    unattended: "correct horse",
  });
  await storeKeyOf(vault.open());
});

const file = (folder: string, name = "vault.json") => path.join(folder, name);
const bytesOf = (name: string) => readFileSync(name, "utf8");

test("the vault lies there twice: one that was deleted or cut is mended from the other", async () => {
  const folder = temporaryFolder();
  const first = await storeKeyOf(
    vaultIn(folder, "basic_text").unlock("correct horse"),
  );
  const whole = bytesOf(file(folder));
  for (const name of ["vault.json", "vault.copy.json"])
    for (const damage of ["gone", "cut"]) {
      if (damage === "gone") rmSync(file(folder, name));
      else writeFileSync(file(folder, name), whole.slice(0, 40));
      const vault = vaultIn(folder, "basic_text");
      expect(await storeKeyOf(vault.unlock("correct horse"))).toBe(first);
      expect(bytesOf(file(folder))).toBe(whole);
      expect(bytesOf(file(folder, "vault.copy.json"))).toBe(whole);
    }
});

test("a changed passphrase opens with the same key, and the former one no longer", async () => {
  const folder = temporaryFolder();
  const vault = vaultIn(folder, "basic_text");
  const first = await storeKeyOf(vault.unlock("correct horse"));
  expect(await vault.protect("another horse", "wrong horse")).toEqual({
    status: "wrong-passphrase",
  });
  expect(await vault.protect("another horse", null)).toEqual({
    status: "wrong-passphrase",
  });
  expect(await vault.protect("another horse", "correct horse")).toEqual({
    status: "done",
    protectedBy: "passphrase",
  });
  expect(
    await vaultIn(folder, "basic_text").unlock("correct horse"),
  ).toMatchObject({ kind: "wrong-passphrase" });
  expect(
    await storeKeyOf(vaultIn(folder, "basic_text").unlock("another horse")),
  ).toBe(first);
});

test("from the keystore to a passphrase and back; without a keystore there is no way back", async () => {
  const folder = temporaryFolder();
  const vault = vaultIn(folder, "gnome_libsecret");
  const first = await storeKeyOf(vault.open());
  expect(await vault.protect("correct horse", null)).toMatchObject({
    status: "done",
  });
  const elsewhere = vaultIn(folder, "basic_text");
  expect(await storeKeyOf(elsewhere.unlock("correct horse"))).toBe(first);
  expect(await elsewhere.protect(null, "correct horse")).toEqual({
    status: "no-keystore",
  });
  expect(await vault.protect(null, "correct horse")).toMatchObject({
    protectedBy: "keystore",
  });
  expect(await storeKeyOf(vaultIn(folder, "gnome_libsecret").open())).toBe(
    first,
  );
});

test("after a lock the keystore opens it only when the person wants it", async () => {
  const folder = temporaryFolder();
  const first = await storeKeyOf(vaultIn(folder, "gnome_libsecret").open());
  const vault = vaultIn(folder, "gnome_libsecret", { locked: true });
  expect(await vault.open()).toMatchObject({ kind: "locked", by: "keystore" });
  expect(await storeKeyOf(vault.unlock(null))).toBe(first);
});

test("a recovery code counts once its last letters were typed, and opens when the keystore has changed", async () => {
  const folder = temporaryFolder();
  const vault = vaultIn(folder, "gnome_libsecret");
  const first = await storeKeyOf(vault.open());
  const code = vault.newRecoveryCode();
  expect(await vault.keepRecoveryCode("????")).toBe(false);
  expect(bytesOf(file(folder))).not.toContain("recovery");
  expect(await vault.keepRecoveryCode(code.slice(-4).toLowerCase())).toBe(true);
  expect(bytesOf(file(folder))).not.toContain(code.slice(0, 5));

  const changed = vaultIn(folder, "basic_text");
  expect(await changed.open()).toMatchObject({
    kind: "unavailable",
    recovery: true,
  });
  const wrong = `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`;
  expect(await changed.recover(wrong, "correct horse")).toEqual({
    kind: "wrong-code",
  });
  const typed = code.toLowerCase().replaceAll("-", " ");
  expect(await storeKeyOf(changed.recover(typed, "correct horse"))).toBe(first);
  const again = vaultIn(folder, "basic_text");
  expect(await storeKeyOf(again.unlock("correct horse"))).toBe(first);
  expect(await again.open()).toMatchObject({ recovery: true });
});

test("a code that was replaced opens nothing, and one in force survives a change of the passphrase", async () => {
  const folder = temporaryFolder();
  const vault = vaultIn(folder, "basic_text");
  const first = await storeKeyOf(vault.unlock("correct horse"));
  const old = vault.newRecoveryCode();
  await vault.keepRecoveryCode(old.slice(-4));
  const code = vault.newRecoveryCode();
  await vault.keepRecoveryCode(code.slice(-4));
  await vault.protect("another horse", "correct horse");
  const locked = vaultIn(folder, "basic_text");
  expect(await locked.recover(old, "third horse")).toEqual({
    kind: "wrong-code",
  });
  expect(await storeKeyOf(locked.recover(code, "third horse"))).toBe(first);
});
