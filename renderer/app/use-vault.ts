import { useMemo, useState } from "react";
import type { SettingsAccess } from "../features/settings/settings-context.ts";
import { bridge } from "../platform/bridge.ts";
import type { AppParts } from "./notebook.ts";
import type { Stage } from "./use-opening.ts";

/** How the notebook was opened, and what has been changed about it since. */
export function useVault(
  parts: AppParts,
  stage: Stage,
): SettingsAccess["vault"] {
  const [changed, setChanged] = useState<{
    readonly protectedBy?: "keystore" | "passphrase";
    readonly recovery?: boolean;
  }>({});
  const open = stage.kind === "open" ? stage : null;
  return useMemo(
    () => ({
      protectedBy: changed.protectedBy ?? open?.protectedBy ?? null,
      recovery: changed.recovery ?? open?.recovery ?? false,
      async protect(passphrase, present) {
        const answer = await bridge.invoke("vault/protect", {
          ...{ passphrase, present },
        });
        if (answer.status === "done") {
          const { protectedBy } = answer;
          setChanged((before) => ({ ...before, protectedBy }));
        }
        return answer;
      },
      lock: parts.lock,
      newRecoveryCode: parts.newRecoveryCode,
      async keepRecoveryCode(typed) {
        const kept = await parts.keepRecoveryCode(typed);
        if (kept) setChanged((before) => ({ ...before, recovery: true }));
        return kept;
      },
      saveRecoveryCode: parts.saveRecoveryCode,
    }),
    [changed, open, parts],
  );
}
