import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";
import { keyName, mayBeBound, shownKey } from "../../ui/key-name.ts";
import type { BoundCommand } from "./shortcut-sheet.tsx";

/** A command and its key; the next key that is pressed becomes it, Esc leaves it as it is. */
export function KeyRow(props: {
  command: BoundCommand;
  own: string | null;
  asking?: boolean;
  takenBy?(key: string): string | null;
  onAsk?(): void;
  onLeave?(): void;
  /** Null: the usual key again. */
  onChoose?(key: string | null): void;
}) {
  const { t } = useTranslation();
  const { command, own, asking = false } = props;
  const [problem, setProblem] = useState<string | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (!asking || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return props.onLeave?.();
    const key = keyName(event.nativeEvent);
    if (key === null) return;
    const other = props.takenBy?.(key) ?? null;
    if (!mayBeBound(key)) return setProblem(t("keys.notThis"));
    if (other !== null) return setProblem(t("keys.taken", { name: other }));
    setProblem(null);
    props.onChoose?.(key);
  }

  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1,
        minHeight: 34,
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        {command.text}
        <Box role="status" sx={{ fontSize: 12.5, color: "error.main" }}>
          {asking && problem}
        </Box>
      </Box>
      {own !== null && <Kbd>{shownKey(own)}</Kbd>}
      {own === null && command.shortcut && <Kbd>{command.shortcut}</Kbd>}
      {props.onAsk && (
        <Button
          size="small"
          color="inherit"
          aria-label={t("keys.changeOf", { name: command.text })}
          onClick={asking ? props.onLeave : props.onAsk}
          onKeyDown={onKeyDown}
        >
          {t(asking ? "keys.press" : "keys.change")}
        </Button>
      )}
      {own !== null && props.onChoose && (
        <Button
          size="small"
          color="inherit"
          aria-label={t("keys.resetOf", { name: command.text })}
          onClick={() => props.onChoose?.(null)}
        >
          {t("keys.reset")}
        </Button>
      )}
    </Box>
  );
}
