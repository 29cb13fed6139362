import Autocomplete from "@mui/material/Autocomplete";
import { useEffect, useRef, useState } from "react";
import {
  lookupCity,
  lookupPostCode,
  type Locality,
} from "../../../../shared/directory/post-codes.ts";
import { ChoiceInput } from "./choice-input.tsx";
import type { EditorProps, Onward } from "./editor.ts";
import { useHold } from "./use-hold.ts";

/**
 * Post code or town, offered from the official directory (LOC-3): choosing a line fills both. Anything else may be
 * typed: foreign places, P.O. boxes.
 */
export function PlaceEditor(
  props: EditorProps & { readonly name: "postCode" | "city" },
) {
  const left = useRef(false);
  const highlighted = useRef<Locality | string | null>(null);
  const [text, setText] = useState(props.text);
  const start = useRef(props.text);
  const options = optionsFor(props, text);
  useHold(text, start.current, props.onHold);

  // The post code that was just typed brings its town while the town's field is already open.
  useEffect(() => {
    if (text !== start.current || props.text === start.current) return;
    start.current = props.text;
    setText(props.text);
  }, [text, props.text]);

  function leave(choice: Locality | string | null, onward: Onward): void {
    if (left.current) return;
    left.current = onward !== "stay" || typeof choice === "object";
    if (choice !== null && typeof choice === "object") {
      props.onPatch(
        {
          postCode: choice.postCode,
          city: choice.city,
          county: choice.canton ?? null,
        },
        onward,
      );
    } else if (choice === start.current && props.problem === null) {
      // Looking is not editing: an untouched field writes nothing.
      props.onPatch({}, onward);
    } else {
      props.onText(choice ?? "", onward);
    }
  }

  return (
    <Autocomplete
      freeSolo
      openOnFocus
      autoHighlight={false}
      defaultValue={props.text as Locality | string}
      inputValue={text}
      onInputChange={(_, typed) => {
        highlighted.current = null;
        setText(typed);
      }}
      options={options}
      filterOptions={(all) => all}
      getOptionLabel={(option) =>
        typeof option === "string" ? option : option[props.name]
      }
      getOptionKey={(option) =>
        typeof option === "string"
          ? option
          : `${option.postCode} ${option.city}`
      }
      renderOption={({ key, ...attributes }, option) => (
        <li key={key} {...attributes}>
          {typeof option === "string" ? option : describe(option)}
        </li>
      )}
      onHighlightChange={(_, option, reason) => {
        if (reason === "keyboard") highlighted.current = option;
      }}
      onChange={(_, option) => leave(option, "stay")}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          left.current = true;
          props.onRevert();
        } else if (event.key === "Tab") {
          event.preventDefault();
          leave(
            highlighted.current ?? text,
            event.shiftKey ? "previous" : "next",
          );
        } else if (event.key === "Enter" && highlighted.current === null) {
          event.preventDefault();
          leave(text, "stay");
        }
      }}
      onBlur={() => leave(text, "away")}
      renderInput={(params) => (
        <ChoiceInput
          params={params}
          label={props.label}
          problem={props.problem}
        />
      )}
    />
  );
}

function describe(place: Locality): string {
  return `${place.postCode} ${place.city}${place.canton ? ` (${place.canton})` : ""}`;
}

/** Towns of the post code; by the typed name where that says more. */
function optionsFor(
  props: EditorProps & { readonly name: "postCode" | "city" },
  text: string,
): readonly Locality[] {
  if (props.name === "postCode") return lookupPostCode(text);
  const here = lookupPostCode(props.contact.postCode ?? "");
  const untouched = text === props.text || text === "";
  if (untouched || here.some(({ city }) => city.startsWith(text))) return here;
  return text.length < 2 ? [] : lookupCity(text, 8);
}
