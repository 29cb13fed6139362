import KeyOffOutlined from "@mui/icons-material/KeyOffOutlined";
import ReportProblemOutlined from "@mui/icons-material/ReportProblemOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import Typography from "@mui/material/Typography";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { VaultState } from "../../shared/ipc/contract.ts";
import { VaultForm } from "../features/vault/vault-form.tsx";
import { Delayed } from "../ui/delayed.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import type { AppParts, Notebook } from "./notebook.ts";

export type Stage =
  | { readonly kind: "opening" }
  | {
      readonly kind: "locked";
      readonly first: boolean;
      readonly wrong: boolean;
    }
  | {
      readonly kind: "no-key";
      readonly reason: "keystore-missing" | "damaged";
    }
  | { readonly kind: "failed"; readonly details: string }
  | { readonly kind: "open"; readonly notebook: Notebook };

/** Vault, then store, then engine; each may say that a person is needed. */
export function useOpening(parts: AppParts) {
  const [stage, setStage] = useState<Stage>({ kind: "opening" });

  const goOn = useCallback(
    async (vault: VaultState, first: boolean) => {
      if (vault.kind === "locked") {
        setStage({ kind: "locked", first: vault.first, wrong: false });
      } else if (vault.kind === "wrong-passphrase") {
        setStage({ kind: "locked", first, wrong: true });
      } else if (vault.kind === "unavailable") {
        setStage({ kind: "no-key", reason: vault.reason });
      } else {
        const notebook = await parts.openNotebook(vault.storeKey);
        setStage({ kind: "open", notebook });
      }
    },
    [parts],
  );
  const fail = useCallback((error: unknown) => {
    const details =
      error instanceof Error
        ? `${error.name}: ${error.message}`
        : String(error);
    setStage({ kind: "failed", details });
  }, []);
  useEffect(() => {
    parts
      .openVault()
      .then((vault) => goOn(vault, false))
      .catch(fail);
  }, [parts, goOn, fail]);

  const unlock = useCallback(
    (passphrase: string) => {
      const first = stage.kind === "locked" && stage.first;
      return parts
        .unlock(passphrase)
        .then((vault) => goOn(vault, first))
        .catch(fail);
    },
    [parts, stage, goOn, fail],
  );
  return { stage, unlock, again: () => location.reload() };
}

/** Everything that can stand between the person and the notebook, in plain words. */
export function Opening(props: {
  stage: Stage;
  folder: string;
  unlock(passphrase: string): Promise<void>;
  again(): void;
}) {
  const { t } = useTranslation();
  const { stage } = props;
  switch (stage.kind) {
    case "open":
      return null;
    case "opening":
      return (
        <Centre>
          <Delayed>
            <Box
              role="status"
              sx={{ display: "flex", alignItems: "center", gap: 1.5 }}
            >
              <CircularProgress size={20} aria-hidden />
              <Typography>{t("boot.opening")}</Typography>
            </Box>
          </Delayed>
        </Centre>
      );
    case "locked":
      return (
        <Centre>
          <VaultForm
            key={String(stage.first)}
            first={stage.first}
            wrong={stage.wrong}
            unlock={props.unlock}
          />
        </Centre>
      );
    case "no-key":
      return (
        <Centre>
          <EmptyState
            icon={<KeyOffOutlined />}
            title={t(
              stage.reason === "damaged"
                ? "vault.damagedTitle"
                : "vault.missingTitle",
            )}
            text={t(
              stage.reason === "damaged"
                ? "vault.damagedText"
                : "vault.missingText",
            )}
          >
            <Button variant="contained" onClick={props.again}>
              {t("error.again")}
            </Button>
          </EmptyState>
        </Centre>
      );
    case "failed":
      return (
        <Centre>
          <EmptyState
            icon={<ReportProblemOutlined />}
            title={t("recovery.title")}
            text={`${t("recovery.text")} ${t("recovery.folder", { folder: props.folder })}`}
          >
            <Button variant="contained" onClick={props.again}>
              {t("error.again")}
            </Button>
            <Button
              variant="outlined"
              onClick={() => void navigator.clipboard.writeText(stage.details)}
            >
              {t("error.copy")}
            </Button>
          </EmptyState>
        </Centre>
      );
  }
}

function Centre({ children }: { children: ReactNode }) {
  return (
    <Box
      component="main"
      sx={{ height: "100%", display: "grid", placeItems: "center", p: 4 }}
    >
      {children}
    </Box>
  );
}
