import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { OwnKeys } from "../../../shared/commands/commands.ts";
import { FIXED } from "./fixed-keys.ts";
import { KeyLine } from "./key-row.tsx";
import { ShortcutList } from "./shortcut-list.tsx";

/** The sheet of keys: the table of commands, and the keys that are always the same. */
export function ShortcutSheet(props: {
  /** Keys of the person's own choice, by command. */
  own: OwnKeys;
  onChange(own: OwnKeys): void;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const titleId = useId();
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
        <ShortcutList own={props.own} onChange={props.onChange} />
        {FIXED.map(({ title, keys }) => (
          <Box key={title} sx={{ mt: 2 }}>
            <Typography variant="h2" sx={{ mb: 0.5 }}>
              {t(title)}
            </Typography>
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: "none" }}>
              {keys.map(({ word, shown }) => (
                <KeyLine key={word} text={t(word)} keys={[shown]} />
              ))}
            </Box>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t("keys.close")}</Button>
      </DialogActions>
    </Dialog>
  );
}
