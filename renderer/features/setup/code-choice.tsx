import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { CodeKind } from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useCommands } from "../../ui/commands.ts";
import { useSession } from "../../ui/session.ts";
import { PlainChoice } from "./plain-choice.tsx";

/** One code of a list, or none; its list can be changed from here. */
export function CodeChoice(props: {
  kind: CodeKind;
  label: string;
  hint?: string | undefined;
  value: string;
  disabled: boolean;
  onChoose(code: string | null): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { editList } = useCommands();
  const all = useCodes();
  const { kind, value } = props;
  const codes = all.of(kind);
  const known = value === "" || codes.some((one) => one.code === value);
  return (
    <PlainChoice
      label={props.label}
      hint={props.hint}
      value={value}
      disabled={props.disabled}
      choices={[
        { value: "", text: t("setup.none") },
        ...codes.map((one) => ({
          value: one.code,
          text: codeText(one, language),
        })),
        ...(known ? [] : [{ value, text: all.text(kind, value, language) }]),
      ]}
      more={{ text: t("setup.editList"), run: () => editList(kind) }}
      onChoose={(code) => props.onChoose(code === "" ? null : code)}
    />
  );
}
