import Box from "@mui/material/Box";
import { useImperativeHandle, type RefObject } from "react";
import type { NewContactForm } from "../../ui/new-contact.ts";
import { SheetActions } from "./sheet-actions.tsx";
import { useVisitForm, type VisitFormStart } from "./use-visit-form.ts";
import { VisitFields } from "./visit-fields.tsx";

/** The sheet's form: its fields, what is done with them below, and files that are pasted or dropped anywhere on it. */
export function VisitForm(
  props: VisitFormStart & {
    /** Makes a contact where its name was typed. */
    newContact?: NewContactForm | undefined;
    /** Filled with what closing the sheet from outside must do. */
    leave: RefObject<(() => void) | null>;
  },
) {
  const form = useVisitForm(props);
  const { attaching, submit } = form;
  useImperativeHandle(props.leave, () => form.leave);
  return (
    <Box
      component="form"
      ref={form.element}
      noValidate
      onSubmit={(event) => void submit(event, false)}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        attaching.add(files);
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes("Files")) event.preventDefault();
      }}
      onDrop={(event) => {
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        attaching.add(files);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          void submit(event, event.altKey);
        }
      }}
      sx={{ flex: 1, minHeight: 0, display: "flex", flexDirection: "column" }}
    >
      <VisitFields
        form={form}
        withContact={props.start.contactId !== ""}
        typed={props.typed}
        newContact={props.newContact}
      />
      <SheetActions
        keeper={form.keeper}
        onClose={props.onClose}
        onNext={(event) => void submit(event, true)}
        onPostpone={(event) => void submit(event, false, true)}
      />
    </Box>
  );
}
