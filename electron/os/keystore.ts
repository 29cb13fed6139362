/** The operating system's keystore. */
export interface Keystore {
  /** False where there is none, and where there is only a password fixed in the program (`basic_text`). */
  available(): Promise<boolean>;
  /** Both reject when the keystore refuses. */
  wrap(text: string): Promise<Buffer>;
  unwrap(bytes: Buffer): Promise<string>;
}

/** What we use of Electron's safeStorage. Runtimes before 45 have the synchronous calls only, later ones lose them. */
export interface SafeStorageCalls {
  isEncryptionAvailable?(): boolean;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  getSelectedStorageBackend?(): string;
  encryptString?(text: string): Buffer;
  decryptString?(bytes: Buffer): string;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ readonly result: string }>;
}

/**
 * One port over both generations of calls. They may be made only after the app is ready, and some of them block until
 * the system has answered: none is made before `ready`.
 */
export function systemKeystore(
  storage: SafeStorageCalls,
  platform: NodeJS.Platform,
  ready: Promise<unknown>,
): Keystore {
  const missing = () => new Error("this runtime has no such keystore call");
  return {
    available: async () => {
      await ready;
      const backend = storage.getSelectedStorageBackend?.() ?? "unknown";
      if (platform === "linux" && ["basic_text", "unknown"].includes(backend))
        return false;
      return storage.isAsyncEncryptionAvailable
        ? storage.isAsyncEncryptionAvailable()
        : (storage.isEncryptionAvailable?.() ?? false);
    },
    wrap: async (text) => {
      await ready;
      if (storage.encryptStringAsync) return storage.encryptStringAsync(text);
      if (storage.encryptString) return storage.encryptString(text);
      throw missing();
    },
    unwrap: async (bytes) => {
      await ready;
      if (storage.decryptStringAsync)
        return (await storage.decryptStringAsync(bytes)).result;
      if (storage.decryptString) return storage.decryptString(bytes);
      throw missing();
    },
  };
}
