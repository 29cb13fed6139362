import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";

/** One thing that can be done with a line, by its button or by its key while the line has the focus. */
export interface LineAction {
  readonly name: string;
  /** A letter, or `Del`. */
  readonly key: string;
  readonly run: () => void;
}

/** The handler for the keys of `actions`; nothing while another key is held. */
export function keysOf(actions: readonly LineAction[]) {
  return (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const pressed = key === "Delete" ? "Del" : key.toUpperCase();
    const action = actions.find((one) => one.key === pressed);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    action.run();
  };
}

/** The key as `aria-keyshortcuts` names it. */
export function spokenKey(key: string): string {
  return key === "Del" ? "Delete" : key;
}

/** `why` stands in the place of the buttons when there is nothing to be done. */
export function LineActions(props: {
  actions: readonly LineAction[];
  why?: string | undefined;
}) {
  const { t } = useTranslation();
  if (props.why !== undefined) {
    return (
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {props.why}
      </Typography>
    );
  }
  return (
    <Box
      role="group"
      aria-label={t("outbox.actions")}
      sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 1 }}
    >
      {props.actions.map(({ name, key, run }) => (
        <Button
          key={key}
          size="small"
          variant="outlined"
          color="inherit"
          aria-keyshortcuts={spokenKey(key)}
          endIcon={<Kbd>{key === "Del" ? t("outbox.deleteKey") : key}</Kbd>}
          onClick={run}
        >
          {name}
        </Button>
      ))}
    </Box>
  );
}
