import { useCallback, useEffect, useRef, useState } from "react";
import type { ExportResult } from "../../shared/ipc/notebook.ts";
import type { VaultState } from "../../shared/ipc/vault.ts";
import type { AppParts, Notebook, Unopened } from "./notebook.ts";

export type Stage =
  | { readonly kind: "opening" }
  /** The last starts have come to nothing. */
  | { readonly kind: "careful" }
  | {
      readonly kind: "locked";
      /** No passphrase has been chosen yet. */
      readonly first: boolean;
      readonly wrong: boolean;
      readonly by: "keystore" | "passphrase";
      /** There is a recovery code. */
      readonly recovery: boolean;
    }
  | { readonly kind: "recover"; readonly wrong: boolean }
  /** A passphrase was just chosen: what helps when it is forgotten. */
  | { readonly kind: "recovery-code"; readonly code: string }
  | {
      readonly kind: "no-key";
      readonly reason: "keystore-missing" | "damaged";
      readonly recovery: boolean;
    }
  /** The server revoked this device; `unsent` entries went with its key. */
  | { readonly kind: "erased"; readonly unsent: number }
  | Unopened
  | {
      readonly kind: "open";
      readonly notebook: Notebook;
      readonly protectedBy: "keystore" | "passphrase";
      readonly recovery: boolean;
    };

type OpenVault = Extract<VaultState, { kind: "open" }>;

export interface OpeningControls {
  readonly stage: Stage;
  /** Rejects when the vault itself could not be asked or written; everything else shows as a stage. */
  unlock(passphrase: string | null): Promise<void>;
  /** To the screen for the recovery code. */
  askForCode(): void;
  recover(code: string, passphrase: string): Promise<void>;
  keepCode(typed: string): Promise<boolean>;
  saveCode(code: string): Promise<{ readonly saved: boolean }>;
  /** The recovery code was put away, or is for another day. */
  leaveCode(): void;
  /** After careful starts: with or without the server. */
  start(careful: boolean): void;
  /** The readable copy is gone: it is made anew. */
  bringBack(): Promise<void>;
  again(): void;
  /** After an erasure: the first day again. Rejects while the old files cannot be removed. */
  startAfresh(): Promise<void>;
  /** Sets the damaged copy aside; the page is loaded again. Rejects when the disk refuses. */
  rebuildStore(): Promise<void>;
  exportUnsent(): Promise<ExportResult>;
}

/** Vault, then store, then engine; each may say that a person is needed. */
export function useOpening(parts: AppParts): OpeningControls {
  const [stage, setStage] = useState<Stage>({
    kind: parts.info.careful ? "careful" : "opening",
  });
  const careful = useRef(false);
  /** Of a notebook that asks something of the person first. */
  const opened = useRef<OpenVault | null>(null);

  const goOn = useCallback(
    async (vault: VaultState, anew = false) => {
      switch (vault.kind) {
        case "locked":
          setStage({ ...vault, wrong: false });
          return;
        case "wrong-passphrase":
          setStage((before) => ({
            ...(before.kind === "locked" ? before : LOCKED),
            first: false,
            wrong: true,
          }));
          return;
        case "wrong-code":
          setStage({ kind: "recover", wrong: true });
          return;
        case "unavailable":
          setStage({ ...vault, kind: "no-key" });
          return;
        case "erased":
          setStage(vault);
          return;
        case "open":
          try {
            opened.current = vault;
            const notebook = await parts.openNotebook(vault.storeKey, {
              ...{ anew, careful: careful.current },
            });
            const { protectedBy, recovery } = vault;
            setStage(
              "kind" in notebook
                ? notebook
                : { kind: "open", notebook, protectedBy, recovery },
            );
          } catch (error) {
            setStage(failed(error));
          }
      }
    },
    [parts],
  );
  const open = useCallback(() => {
    parts
      .openVault()
      .then((vault) => goOn(vault))
      .catch((error: unknown) => setStage(failed(error)));
  }, [parts, goOn]);
  useEffect(() => {
    if (!parts.info.careful) open();
  }, [parts, open]);
  const { kind } = stage;
  useEffect(() => {
    if (kind !== "opening") parts.shown();
  }, [parts, kind]);

  const waiting = useRef<OpenVault | null>(null);
  const unlock = useCallback(
    async (passphrase: string | null) => {
      const vault = await parts.unlock(passphrase);
      const isFirst = stage.kind === "locked" && stage.first;
      if (!isFirst || vault.kind !== "open") return goOn(vault);
      waiting.current = vault;
      setStage({ kind: "recovery-code", code: await parts.newRecoveryCode() });
    },
    [parts, goOn, stage],
  );
  const recover = useCallback(
    async (code: string, passphrase: string) =>
      goOn(await parts.recover(code, passphrase)),
    [parts, goOn],
  );
  const startAfresh = useCallback(async () => {
    await parts.startAfresh();
    location.reload();
  }, [parts]);
  const { rebuildStore, exportUnsent } = parts;
  const again = () => location.reload();
  return {
    ...{ stage, unlock, recover, again, startAfresh },
    ...{ rebuildStore, exportUnsent },
    start(isCareful) {
      careful.current = isCareful;
      setStage({ kind: "opening" });
      open();
    },
    async bringBack() {
      const vault = opened.current;
      setStage({ kind: "opening" });
      if (vault) await goOn(vault, true);
    },
    askForCode: () => setStage({ kind: "recover", wrong: false }),
    async keepCode(typed) {
      const kept = await parts.keepRecoveryCode(typed);
      const vault = waiting.current;
      if (kept && vault) waiting.current = { ...vault, recovery: true };
      return kept;
    },
    saveCode: parts.saveRecoveryCode,
    leaveCode: () => {
      const vault = waiting.current;
      if (vault) void goOn(vault);
    },
  };
}

const LOCKED: Extract<Stage, { kind: "locked" }> = {
  kind: "locked",
  first: false,
  wrong: false,
  by: "passphrase",
  recovery: false,
};

function failed(error: unknown): Stage {
  const details =
    error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { kind: "failed", details };
}
