import Autocomplete from "@mui/material/Autocomplete";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../../shared/domain/starter-codes.ts";
import { fold } from "../../../../shared/core/fold.ts";
import type { Code, CodeKind } from "../../../../shared/entities/code.ts";
import { useCommands } from "../../../ui/commands.ts";
import { ListPaper, PickedList } from "../../../ui/list-paper.tsx";
import { useSession } from "../../../ui/session.ts";
import { useSteadySide } from "../../../ui/steady-side.ts";
import { ChoiceInput } from "./choice-input.tsx";
import type { EditorProps, Onward } from "./editor.ts";
import { pickerKeys } from "./picker-keys.ts";

/** One code of a list by its name or its letters; what is typed filters. Emptying it takes the value out. */
export function CodeEditor(
  props: EditorProps & {
    /** The list's kind. */
    readonly list: CodeKind;
    readonly codes: readonly Code[];
    readonly value: string | undefined;
  },
) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { editList } = useCommands();
  const side = useSteadySide();
  const left = useRef(false);
  const highlighted = useRef<Code | null>(null);
  const current = props.codes.find((code) => code.code === props.value) ?? null;

  function leave(code: Code | null, onward: Onward): void {
    if (left.current) return;
    left.current = true;
    props.onText(code?.code ?? "", onward);
  }

  return (
    <PickedList value={props.list}>
      <Autocomplete
        {...side}
        slots={{ paper: ListPaper }}
        openOnFocus
        autoHighlight
        defaultValue={current}
        options={[...props.codes]}
        getOptionLabel={(code) => codeText(code, language)}
        getOptionKey={(code) => code.id}
        filterOptions={(codes, { inputValue }) =>
          current && inputValue === codeText(current, language)
            ? codes
            : codes.filter((code) => matches(code, inputValue, language))
        }
        noOptionsText={t("field.noChoice")}
        onHighlightChange={(_, code, reason) => {
          if (reason === "keyboard") highlighted.current = code;
        }}
        onInputChange={() => {
          highlighted.current = null;
        }}
        onChange={(_, code) => leave(code, "stay")}
        onKeyDown={pickerKeys({
          editList: () => editList(props.list),
          revert() {
            left.current = true;
            props.onRevert();
          },
          leave: (onward, input) =>
            leave(
              highlighted.current ??
                chosenByText(input.value, current, props.codes, language),
              onward,
            ),
        })}
        onBlur={() => leave(current, "away")}
        renderInput={(params) => (
          <ChoiceInput
            params={params}
            label={props.label}
            problem={props.problem}
          />
        )}
      />
    </PickedList>
  );
}

/** Tab takes the first that the typed letters fit; untouched text stays what it was, emptied text is no value. */
function chosenByText(
  typed: string,
  current: Code | null,
  codes: readonly Code[],
  language: string,
): Code | null {
  if (current && typed === codeText(current, language)) return current;
  if (typed.trim() === "") return null;
  return codes.find((code) => matches(code, typed, language)) ?? current;
}

function matches(code: Code, typed: string, language: string): boolean {
  return fold(`${code.code} ${codeText(code, language)}`).includes(
    fold(typed.trim()),
  );
}
