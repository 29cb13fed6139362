import { useCodes } from "../../../local-store/use-codes.ts";
import type { EditableField } from "../card-fields.ts";
import { CodeEditor } from "./code-editor.tsx";
import { CodesEditor } from "./codes-editor.tsx";
import { CorrespondenceEditor } from "./correspondence-editor.tsx";
import type { EditorProps } from "./editor.ts";
import { PlaceEditor } from "./place-editor.tsx";
import { TextEditor } from "./text-editor.tsx";

const modes = { phone: "tel", email: "email", page: "url" } as const;

/** The right editor for a field of the card. */
export function FieldEditor(
  props: EditorProps & { readonly field: EditableField },
) {
  const codes = useCodes();
  const { field, ...editor } = props;
  const { contact } = editor;
  switch (field.kind) {
    case "text":
      return <TextEditor {...editor} />;
    case "long":
      return <TextEditor {...editor} lines={4} />;
    case "phone":
    case "email":
    case "page":
      return <TextEditor {...editor} mode={modes[field.kind]} />;
    case "postCode":
      return <PlaceEditor {...editor} name="postCode" />;
    case "city":
      return <PlaceEditor {...editor} name="city" />;
    case "correspondence":
      return (
        <CorrespondenceEditor {...editor} value={contact.correspondence} />
      );
    case "code":
      return (
        <CodeEditor
          {...editor}
          list={field.list}
          codes={codes.of(field.list)}
          value={contact[field.name]}
        />
      );
    case "codes":
      return (
        <CodesEditor
          {...editor}
          name={field.name}
          list={field.list}
          codes={codes.of(field.list)}
          value={contact[field.name] ?? []}
        />
      );
  }
}
