import { useCallback, useEffect, useState } from "react";
import type { ExportResult, VaultState } from "../../shared/ipc/contract.ts";
import type { AppParts, Notebook, Unopened } from "./notebook.ts";

export type Stage =
  | { readonly kind: "opening" }
  | {
      readonly kind: "locked";
      /** No passphrase has been chosen yet. */
      readonly first: boolean;
      readonly wrong: boolean;
    }
  | {
      readonly kind: "no-key";
      readonly reason: "keystore-missing" | "damaged";
    }
  /** The server revoked this device; `unsent` entries went with its key. */
  | { readonly kind: "erased"; readonly unsent: number }
  | Unopened
  | {
      readonly kind: "open";
      readonly notebook: Notebook;
      readonly protectedBy: "keystore" | "passphrase";
    };

export interface OpeningControls {
  readonly stage: Stage;
  /** Rejects when the vault itself could not be asked or written; everything else shows as a stage. */
  unlock(passphrase: string): Promise<void>;
  again(): void;
  /** After an erasure: the first day again. Rejects while the old files cannot be removed. */
  startAfresh(): Promise<void>;
  /** Sets the damaged copy aside; the page is loaded again. Rejects when the disk refuses. */
  rebuildStore(): Promise<void>;
  exportUnsent(): Promise<ExportResult>;
}

/** Vault, then store, then engine; each may say that a person is needed. */
export function useOpening(parts: AppParts): OpeningControls {
  const [stage, setStage] = useState<Stage>({ kind: "opening" });

  const goOn = useCallback(
    async (vault: VaultState) => {
      switch (vault.kind) {
        case "locked":
          setStage({ kind: "locked", first: vault.first, wrong: false });
          return;
        case "wrong-passphrase":
          setStage({ kind: "locked", first: false, wrong: true });
          return;
        case "unavailable":
          setStage({ kind: "no-key", reason: vault.reason });
          return;
        case "erased":
          setStage(vault);
          return;
        case "open":
          try {
            const opened = await parts.openNotebook(vault.storeKey);
            const { protectedBy } = vault;
            setStage(
              "kind" in opened
                ? opened
                : { kind: "open", notebook: opened, protectedBy },
            );
          } catch (error) {
            setStage(failed(error));
          }
      }
    },
    [parts],
  );
  useEffect(() => {
    parts
      .openVault()
      .then(goOn)
      .catch((error: unknown) => setStage(failed(error)));
  }, [parts, goOn]);

  const unlock = useCallback(
    async (passphrase: string) => goOn(await parts.unlock(passphrase)),
    [parts, goOn],
  );
  const startAfresh = useCallback(async () => {
    await parts.startAfresh();
    location.reload();
  }, [parts]);
  const { rebuildStore, exportUnsent } = parts;
  const again = () => location.reload();
  return { stage, unlock, again, startAfresh, rebuildStore, exportUnsent };
}

function failed(error: unknown): Stage {
  const details =
    error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: "failed", details };
}
