import { useEffect, useRef } from "react";

/** A cell one types into. What is typed is kept at each key; the grid's keys are its own. */
export function TextCell(props: {
  label: string;
  value: string;
  long?: true;
  /** What stands there is replaced by what is typed. */
  select?: true;
  placeholder?: string;
  problem?: string | undefined;
  /** What is understood, while it is typed. */
  hint?: string | undefined;
  onChange(text: string): void;
}) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { select } = props;
  useEffect(() => {
    const at = field.current;
    at?.focus();
    if (select) at?.select();
    else at?.setSelectionRange(at.value.length, at.value.length);
  }, [select]);
  const shared = {
    ref: field,
    value: props.value,
    placeholder: props.placeholder,
    "aria-label": props.label,
    "aria-invalid": props.problem !== undefined,
    autoComplete: "off",
  };
  const said = props.problem ?? props.hint;
  return (
    <>
      {props.long ? (
        <textarea
          {...shared}
          rows={1}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
      {said !== undefined && (
        <span
          role={props.problem === undefined ? "status" : "alert"}
          className={props.problem === undefined ? "problem hint" : "problem"}
        >
          {said}
        </span>
      )}
    </>
  );
}
