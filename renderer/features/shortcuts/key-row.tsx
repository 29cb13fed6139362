import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  keysOf,
  type CommandId,
  type OwnKeys,
} from "../../../shared/commands/commands.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { keyName, mayBeBound, shownKey } from "../../ui/key-name.ts";

/** A command and its keys; the next key that is pressed becomes its own, Esc leaves it as it is. */
export function KeyRow(props: {
  id: CommandId;
  own: OwnKeys;
  asking: boolean;
  takenBy(key: string): string | null;
  onAsk(): void;
  onLeave(): void;
  /** Null: the usual key again. */
  onChoose(key: string | null): void;
}) {
  const { t } = useTranslation();
  const { id, own, asking } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const name = t(`cmd.${id}`);

  function onKeyDown(event: KeyboardEvent): void {
    if (!asking || event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return props.onLeave();
    const key = keyName(event.nativeEvent);
    if (key === null) return;
    if (!mayBeBound(key)) return setProblem(t("keys.notThis"));
    const other = props.takenBy(key);
    if (other !== null) return setProblem(t("keys.taken", { name: other }));
    setProblem(null);
    props.onChoose(key);
  }

  return (
    <KeyLine
      text={name}
      problem={asking ? problem : null}
      keys={keysOf(id, own).map((key) => shownKey(key, t("key.shift")))}
    >
      <Button
        size="small"
        color="inherit"
        aria-label={t("keys.changeOf", { name })}
        onClick={asking ? props.onLeave : props.onAsk}
        onKeyDown={onKeyDown}
      >
        {t(asking ? "keys.press" : "keys.change")}
      </Button>
      {own[id] !== undefined && (
        <Button
          size="small"
          color="inherit"
          aria-label={t("keys.resetOf", { name })}
          onClick={() => props.onChoose(null)}
        >
          {t("keys.reset")}
        </Button>
      )}
    </KeyLine>
  );
}

/** What is done, and the keys that do it. */
export function KeyLine(props: {
  text: string;
  keys: readonly string[];
  problem?: string | null;
  children?: ReactNode;
}) {
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 1,
        minHeight: 34,
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box sx={{ flex: 1, minWidth: 120 }}>
        {props.text}
        <Box role="status" sx={{ fontSize: 12.5, color: "error.main" }}>
          {props.problem}
        </Box>
      </Box>
      {props.keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {props.children}
    </Box>
  );
}
