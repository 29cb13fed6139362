import Alert from "@mui/material/Alert";
import DialogContent from "@mui/material/DialogContent";
import { useState, type ReactNode } from "react";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";

/** Asks the office for something: closes when the request is saved, else says why it cannot be made. */
export function RequestDialog(props: {
  title: string;
  /** What the button says. */
  action: string;
  disabled?: boolean;
  /** Answers the reason in words; null = asked for, undefined = there was nothing to ask. */
  ask(): Promise<string | null | undefined>;
  onClose(): void;
  children: ReactNode;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <FormDialog
      title={props.title}
      onClose={props.onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        const refused = await props.ask();
        if (refused === null) props.onClose();
        else if (refused !== undefined) setProblem(refused);
      }}
    >
      <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
        {props.children}
        {problem !== null && <Alert severity="error">{problem}</Alert>}
      </DialogContent>
      <FormActions
        onClose={props.onClose}
        submit={props.action}
        disabled={props.disabled ?? false}
      />
    </FormDialog>
  );
}
