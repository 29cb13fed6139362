import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";

/** A cell that is being edited: what it may hold, and what becomes of what is typed. */
export interface CellEdit {
  readonly column: ContactColumn;
  readonly label: string;
  readonly value: string;
  /** Of a code: what may be chosen. */
  readonly choices:
    readonly { readonly code: string; readonly text: string }[] | null;
  /** Null = stored; else the words that say why not. */
  commit(value: string): Promise<string | null>;
  end(): void;
}

/** F2: Enter or leaving the cell stores, Esc keeps what was. What is refused stays in the cell, with the reason. */
export function CellEditor({ edit }: { edit: CellEdit }) {
  const [value, setValue] = useState(edit.value);
  const [problem, setProblem] = useState<string | null>(null);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const busy = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, []);

  async function store(): Promise<void> {
    if (busy.current) return;
    if (value === edit.value) return edit.end();
    busy.current = true;
    const refused = await edit.commit(value);
    busy.current = false;
    if (refused === null) edit.end();
    else {
      setProblem(refused);
      field.current?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      edit.end();
    } else if (event.key === "Enter") {
      event.preventDefault();
      void store();
    }
  }

  const shared = {
    ref: field,
    value,
    onKeyDown,
    onBlur: () => void store(),
    "aria-label": edit.label,
    "aria-invalid": problem !== null,
    title: problem ?? undefined,
    className: "editor",
  };
  return (
    <>
      {edit.choices ? (
        <select {...shared} onChange={(event) => setValue(event.target.value)}>
          <option value="" />
          {edit.choices.map(({ code, text }) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} onChange={(event) => setValue(event.target.value)} />
      )}
      {problem !== null && (
        <span role="alert" className="problem">
          {problem}
        </span>
      )}
    </>
  );
}
