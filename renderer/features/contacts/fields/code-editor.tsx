import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../../shared/domain/starter-codes.ts";
import { fold } from "../../../../shared/core/fold.ts";
import type { Code } from "../../../../shared/entities/code.ts";
import { useSession } from "../../../ui/session.ts";
import type { EditorProps, Onward } from "./editor.ts";

/** One code of a list by its name or its letters; what is typed filters. Emptying it takes the value out. */
export function CodeEditor(
  props: EditorProps & {
    readonly codes: readonly Code[];
    readonly value: string | undefined;
  },
) {
  const { t } = useTranslation();
  const { language } = useSession();
  const left = useRef(false);
  const highlighted = useRef<Code | null>(null);
  const current = props.codes.find((code) => code.code === props.value) ?? null;

  function leave(code: Code | null, onward: Onward): void {
    if (left.current) return;
    left.current = true;
    props.onText(code?.code ?? "", onward);
  }

  return (
    <Autocomplete
      openOnFocus
      selectOnFocus
      autoHighlight
      defaultValue={current}
      options={[...props.codes]}
      getOptionLabel={(code) => codeText(code, language)}
      getOptionKey={(code) => code.id}
      filterOptions={(codes, { inputValue }) =>
        current && inputValue === codeText(current, language)
          ? codes
          : codes.filter((code) =>
              fold(`${code.code} ${codeText(code, language)}`).includes(
                fold(inputValue),
              ),
            )
      }
      noOptionsText={t("field.noChoice")}
      onHighlightChange={(_, code) => {
        highlighted.current = code;
      }}
      onChange={(_, code) => leave(code, "stay")}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          left.current = true;
          props.onRevert();
        } else if (event.key === "Tab") {
          event.preventDefault();
          const typed = (event.target as HTMLInputElement).value;
          leave(
            chosenByTab(typed, current, highlighted.current, language),
            event.shiftKey ? "previous" : "next",
          );
        }
      }}
      onBlur={() => leave(current, "away")}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          error={props.problem?.kind === "error"}
          helperText={props.problem && t(`problem.${props.problem.code}`)}
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              "aria-label": props.label,
            },
          }}
        />
      )}
    />
  );
}

/** Tab takes what the typed letters point to; untouched text stays what it was, emptied text is no value. */
function chosenByTab(
  typed: string,
  current: Code | null,
  highlighted: Code | null,
  language: string,
): Code | null {
  if (current && typed === codeText(current, language)) return current;
  return typed.trim() === "" ? null : (highlighted ?? current);
}
