import Box from "@mui/material/Box";
import Dialog from "@mui/material/Dialog";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, type FormEvent, type ReactNode } from "react";

/**
 * A dialog that is a form: Enter submits, and so does Ctrl+Enter in any field, unless the button that submits is
 * disabled; on a button it presses that one. Esc closes, its title names it.
 */
export function FormDialog(props: {
  title: string;
  onClose(): void;
  onSubmit(event: FormEvent): Promise<void>;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="xs"
    >
      <Box
        component="form"
        noValidate
        onSubmit={props.onSubmit}
        onKeyDown={(event) => {
          const isSave =
            event.key === "Enter" && (event.ctrlKey || event.metaKey);
          if (!isSave || event.defaultPrevented) return;
          if ((event.target as Element).closest("button")) return;
          event.preventDefault();
          const submit = event.currentTarget.querySelector<HTMLButtonElement>(
            "[type=submit]:enabled",
          );
          if (submit && !event.repeat)
            event.currentTarget.requestSubmit(submit);
        }}
        sx={{ display: "flex", flexDirection: "column", minHeight: 0 }}
      >
        <DialogTitle id={titleId}>{props.title}</DialogTitle>
        {props.children}
      </Box>
    </Dialog>
  );
}
