import Autocomplete from "@mui/material/Autocomplete";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../../shared/domain/starter-codes.ts";
import type { Code, CodeKind } from "../../../../shared/entities/code.ts";
import { useCommands } from "../../../ui/commands.ts";
import { ListPaper, PickedList } from "../../../ui/list-paper.tsx";
import { useSession } from "../../../ui/session.ts";
import { useSteadySide } from "../../../ui/steady-side.ts";
import type { CodeSetField } from "../card-fields.ts";
import { ChoiceInput } from "./choice-input.tsx";
import type { EditorProps, Onward } from "./editor.ts";
import { pickerKeys } from "./picker-keys.ts";

/** Any number of codes of a list; each choice is added, Backspace takes the last one away. */
export function CodesEditor(
  props: EditorProps & {
    readonly name: CodeSetField;
    /** The list's kind. */
    readonly list: CodeKind;
    readonly codes: readonly Code[];
    readonly value: readonly string[];
  },
) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { editList } = useCommands();
  const side = useSteadySide();
  const left = useRef(false);
  const [chosen, setChosen] = useState<readonly Code[]>(
    props.codes.filter((code) => props.value.includes(code.code)),
  );

  function leave(onward: Onward): void {
    if (left.current) return;
    left.current = true;
    // What this list cannot name is kept: another device may know it.
    const unknown = props.value.filter(
      (code) => !props.codes.some((one) => one.code === code),
    );
    const codes = [...unknown, ...chosen.map((code) => code.code)];
    props.onPatch({ [props.name]: codes.length > 0 ? codes : null }, onward);
  }

  return (
    <PickedList value={props.list}>
      <Autocomplete
        {...side}
        slots={{ paper: ListPaper }}
        multiple
        openOnFocus
        disableCloseOnSelect
        filterSelectedOptions
        value={[...chosen]}
        options={[...props.codes]}
        getOptionLabel={(code) => codeText(code, language)}
        getOptionKey={(code) => code.id}
        noOptionsText={t("field.noChoice")}
        onChange={(_, codes) => setChosen(codes)}
        onKeyDown={pickerKeys({
          editList: () => editList(props.list),
          revert() {
            left.current = true;
            props.onRevert();
          },
          leave,
        })}
        onBlur={() => leave("away")}
        slotProps={{ ...side.slotProps, chip: { size: "small" } }}
        renderInput={(params) => (
          <ChoiceInput params={params} label={props.label} problem={null} />
        )}
      />
    </PickedList>
  );
}
