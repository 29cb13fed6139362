import type { TFunction } from "i18next";
import type { EditableField } from "./card-fields.ts";
import type { FieldAction } from "./fields/field-menu.tsx";

/** Values that the list's search looks into. */
const SEARCHED: ReadonlySet<EditableField["kind"]> = new Set([
  "text",
  "phone",
  "email",
  "postCode",
  "city",
] as const);

/** What the menu of a field offers, as far as it makes sense for its value. */
export function fieldActions(field: {
  readonly shown: string;
  readonly kind: EditableField["kind"];
  readonly t: TFunction;
  readonly onHistory: () => void;
  readonly onSearch: (text: string) => void;
  readonly onBreak: (() => void) | null;
  readonly onReset: (() => void) | null;
}): readonly FieldAction[] {
  const { shown, kind, t, onHistory, onSearch, onBreak, onReset } = field;
  return [
    ...(shown === ""
      ? []
      : [
          {
            name: "copy",
            label: t("field.copy"),
            run: () => void navigator.clipboard.writeText(shown),
          },
        ]),
    { name: "history", label: t("field.history"), run: onHistory },
    ...(onBreak
      ? [{ name: "break", label: t("field.breakInheritance"), run: onBreak }]
      : []),
    ...(onReset
      ? [{ name: "reset", label: t("field.resetToCompany"), run: onReset }]
      : []),
    ...(shown !== "" && SEARCHED.has(kind)
      ? [
          {
            name: "search",
            label: t("field.search"),
            run: () => onSearch(shown),
          },
        ]
      : []),
  ];
}
