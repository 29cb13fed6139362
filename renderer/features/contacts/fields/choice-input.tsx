import type { AutocompleteRenderInputParams } from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import type { FocusEvent } from "react";
import { useTranslation } from "react-i18next";
import type { RefusedText } from "../../../local-store/refused-texts.ts";

/** The input of a field that offers choices: its text is selected at once, so that typing replaces it. */
export function ChoiceInput(props: {
  params: AutocompleteRenderInputParams;
  label: string;
  problem: RefusedText["code"] | null;
}) {
  const { t } = useTranslation();
  const { params, problem } = props;
  const { htmlInput } = params.slotProps;
  return (
    <TextField
      {...params}
      autoFocus
      error={problem !== null}
      helperText={problem && t(`problem.${problem}`)}
      slotProps={{
        ...params.slotProps,
        htmlInput: {
          ...htmlInput,
          "aria-label": props.label,
          onFocus: (event: FocusEvent<HTMLInputElement>) => {
            htmlInput.onFocus?.(event);
            event.currentTarget.select();
          },
        },
      }}
    />
  );
}
