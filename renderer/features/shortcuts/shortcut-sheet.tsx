import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyRow } from "./key-row.tsx";
import { FIXED } from "./fixed-keys.ts";

export interface BoundCommand {
  readonly id: string;
  readonly text: string;
  /** The usual key as it is shown. */
  readonly shortcut?: string;
}

/** Every command with its key, which can be another; and the keys that are always the same. */
export function ShortcutSheet(props: {
  commands: readonly BoundCommand[];
  /** Keys of the person's own choice, by command. */
  own: Readonly<Record<string, string>>;
  onChange(own: Readonly<Record<string, string>>): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const titleId = useId();
  const { commands, own } = props;
  const [asking, setAsking] = useState<string | null>(null);

  function takenBy(id: string, key: string): string | null {
    const other = commands.find((one) => one.id !== id && own[one.id] === key);
    return other?.text ?? null;
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id={titleId}>{t("keys.title")}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
          {t("keys.hint")}
        </Typography>
        <Typography variant="h2" sx={{ mb: 0.5 }}>
          {t("palette.commands")}
        </Typography>
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
          {commands.map((command) => (
            <KeyRow
              key={command.id}
              command={command}
              own={own[command.id] ?? null}
              asking={asking === command.id}
              takenBy={(key) => takenBy(command.id, key)}
              onAsk={() => setAsking(command.id)}
              onLeave={() => setAsking(null)}
              onChoose={(key) => {
                const { [command.id]: _before, ...others } = own;
                props.onChange(
                  key === null ? others : { ...others, [command.id]: key },
                );
                setAsking(null);
              }}
            />
          ))}
        </Box>
        {FIXED.map(({ title, keys }) => (
          <Box key={title} sx={{ mt: 2 }}>
            <Typography variant="h2" sx={{ mb: 0.5 }}>
              {t(title)}
            </Typography>
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
              {keys.map(({ word, shown }) => (
                <KeyRow
                  key={word}
                  command={{ id: word, text: t(word), shortcut: shown }}
                  own={null}
                />
              ))}
            </Box>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        {Object.keys(own).length > 0 && (
          <Button color="inherit" onClick={() => props.onChange({})}>
            {t("keys.resetAll")}
          </Button>
        )}
        <Button onClick={props.onClose}>{t("keys.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
