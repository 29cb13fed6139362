import type { JournalEntry } from "../shared/ipc/journal.ts";
import type { NotebookState } from "../shared/ipc/notebook.ts";
import type { VaultState } from "../shared/ipc/vault.ts";
import type { Unlocked } from "./ipc/handlers.ts";
import { JournalUnusable } from "./os/journal/journal-folder.ts";
import { ProfileIsNewer } from "./os/profile-format.ts";
import type { KeyVault, Keys } from "./os/key-vault.ts";
import { eraseSealed, finishErasure } from "./os/erasure.ts";

/** What is behind the key: the vault, then the journal and the server; after an erasure, again from nothing. */
export interface Notebook {
  open(): Promise<VaultState>;
  unlock(passphrase: string | null): Promise<VaultState>;
  /** See `KeyVault`; what it is asked of is the vault of now. */
  vault(): Pick<
    KeyVault,
    "recover" | "protect" | "newRecoveryCode" | "keepRecoveryCode"
  >;
  /** Closes what is open, forgets the keys and loads the page again, which asks for them; nothing on the disk changes. */
  lock(): Promise<void>;
  /** Resolves once the key can be had and the journal is open. */
  unlocked(): Promise<Unlocked>;
  /** The same in words: whether what is behind the key can be used by this version. */
  state(): Promise<NotebookState>;
  /** Unsent and refused entries, also of a journal that cannot be used. */
  unsent(): Promise<readonly JournalEntry[]>;
  /** The same, or null while it is closed. */
  present(): Unlocked | null;
  /**
   * Destroys the key and everything that it sealed, and loads the page again, which says so. The disk's refusals are
   * told to `warn`, and gone on with at `startAfresh` or the next start.
   */
  erase(): Promise<void>;
  /** A new notebook with a new key in the place of the erased one; rejects while that is not gone to the last file. */
  startAfresh(): Promise<void>;
}

export function createNotebook(deps: {
  readonly folder: string;
  /** `locked`: it is to open for a person only. */
  readonly newVault: (locked: boolean) => KeyVault;
  /** Opens what the keys are for. */
  readonly unlock: (keys: Keys) => Promise<Unlocked>;
  /** What can be made out of a journal that `unlock` would not open. */
  readonly readUnsent: (keys: Keys) => Promise<readonly JournalEntry[]>;
  /** Loads the window's page again: whatever of the old one was in memory goes with it. */
  readonly reloadPage: (where: "here" | "start") => Promise<void>;
  /** Clears what Chromium keeps for the page. */
  readonly clearStore: () => Promise<void>;
  readonly warn: (line: string) => void;
}): Notebook {
  let erased: Extract<VaultState, { kind: "erased" }> | null = null;
  let now = begin(false);

  function begin(locked: boolean) {
    const vault = deps.newVault(locked);
    const opened: { present: Unlocked | null } = { present: null };
    const unlocked = vault.keys.then(async (keys) => {
      opened.present = await deps.unlock(keys);
      return opened.present;
    });
    // Who asks is told; nobody may have asked yet.
    unlocked.catch(() => undefined);
    return { vault, unlocked, opened };
  }

  /** As often as it takes: what is gone already stays gone. */
  async function destroy(): Promise<void> {
    await eraseSealed(deps.folder);
    await deps.clearStore();
    await finishErasure(deps.folder);
  }

  async function attempt(what: string, step: () => Promise<unknown>) {
    await step().catch((error: unknown) =>
      deps.warn(`erasure, ${what}: ${String(error)}`),
    );
  }

  async function unsent(): Promise<readonly JournalEntry[]> {
    const { journal } = await now.unlocked.catch(() => ({ journal: null }));
    if (journal === null) return deps.readUnsent(await now.vault.keys);
    const { pending, held, refused } = await journal.read();
    return [...pending.filter(({ empty }) => !empty), ...held, ...refused];
  }

  return {
    unsent,
    async state() {
      try {
        await now.unlocked;
        return { kind: "ready" };
      } catch (error) {
        if (!isNewer(error)) return { kind: "failed", details: String(error) };
        const entries = await unsent().catch(() => []);
        return { kind: "newer-version", unsent: entries.length };
      }
    },
    open: async () => erased ?? now.vault.open(),
    unlock: async (passphrase) => erased ?? now.vault.unlock(passphrase),
    vault: () => now.vault,
    async lock() {
      const { vault, unlocked, opened } = now;
      // Not open yet, or erased: there is nothing to lock.
      if (opened.present === null) return;
      const { journal, link, uploads } = await unlocked;
      opened.present = null;
      link.close();
      // One that is under way may hang on its line: it finds nothing more to do.
      void uploads.close();
      await journal.close();
      for (const key of Object.values(await vault.keys)) key.fill(0);
      vault.close();
      now = begin(true);
      await deps.reloadPage("here");
    },
    unlocked: () => now.unlocked,
    present: () => now.opened.present,
    async erase() {
      const { vault, unlocked, opened } = now;
      const { journal, link, uploads } = await unlocked;
      opened.present = null;
      link.close();
      // One that is under way may hang on its line: it finds nothing more to do.
      void uploads.close();
      // Whatever renewal is under way has written its token by then, or never will.
      await attempt("connection", link.disconnect);
      const unsent = await journal.read().then(
        ({ pending, held }) =>
          pending.filter(({ empty }) => !empty).length + held.length,
        () => 0,
      );
      await attempt("journal", journal.close);
      await attempt("key", () => eraseSealed(deps.folder));
      for (const key of Object.values(await vault.keys)) key.fill(0);
      vault.close();
      erased = { kind: "erased", unsent };
      // The page has people's names on it, and the store open.
      await attempt("page", () => deps.reloadPage("start"));
      await attempt("store", destroy);
    },
    async startAfresh() {
      if (erased === null) return;
      await destroy();
      erased = null;
      now = begin(false);
    },
  };
}

function isNewer(error: unknown): boolean {
  if (error instanceof ProfileIsNewer) return true;
  return error instanceof JournalUnusable && error.reason === "newer-version";
}
