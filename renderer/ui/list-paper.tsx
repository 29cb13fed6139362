import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Paper, { type PaperProps } from "@mui/material/Paper";
import { createContext, use, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "./commands.ts";
import { Kbd } from "./kbd.tsx";

/** Which list a picker offers. */
export const PickedList = createContext("");

/** The key that opens a picker's list, while the picker has the keyboard. */
export const EDIT_LIST_KEY = "F4";

/** Chosen in a plain select instead of a code: the way to its list. No code has blanks at its ends. */
export const EDIT_LIST = " list ";

/** What a picker of a set-up list drops down, with the way to the list itself below the choices (ux.md 5(h)2). */
export function ListPaper({ children, ...paper }: PaperProps) {
  const { t } = useTranslation();
  const { editList } = useCommands();
  const kind = use(PickedList);
  return (
    <Paper {...paper}>
      {children}
      <Box sx={{ borderTop: 1, borderColor: "divider", p: 0.5 }}>
        <Button
          size="small"
          // The keyboard is the text's: there the key does it.
          tabIndex={-1}
          aria-keyshortcuts={EDIT_LIST_KEY}
          endIcon={<Kbd>{EDIT_LIST_KEY}</Kbd>}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => editList(kind)}
        >
          {t("setup.editList")}
        </Button>
      </Box>
    </Paper>
  );
}

/** Around a picker whose drop-down is `ListPaper`: which list that is, and the key that opens it. */
export function ListPicker(props: { kind: string; children: ReactNode }) {
  const { editList } = useCommands();
  return (
    <PickedList value={props.kind}>
      <Box
        sx={{ display: "contents" }}
        onKeyDown={(event) => {
          if (event.key !== EDIT_LIST_KEY) return;
          event.preventDefault();
          editList(props.kind);
        }}
      >
        {props.children}
      </Box>
    </PickedList>
  );
}
