import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { ContactColumn } from "../../../shared/domain/contact-columns.ts";
import { useCommands } from "../../ui/commands.ts";
import { EDIT_LIST_KEY } from "../../ui/list-paper.tsx";

/** A cell that is being edited: what it may hold, and what becomes of what is typed. */
export interface CellEdit {
  readonly column: ContactColumn;
  readonly label: string;
  readonly value: string;
  /** Of a code: what may be chosen. */
  readonly choices:
    readonly { readonly code: string; readonly text: string }[] | null;
  /** The set-up list that they come from. */
  readonly list: string | null;
  /** Typed and refused earlier: stands in the cell with the reason. */
  readonly kept: { readonly text: string; readonly problem: string } | null;
  /** Null = stored; else the words that say why not. What is refused is kept for the card. */
  commit(value: string): Promise<string | null>;
  /** Forgets what was refused. */
  revert(): void;
  /** `inCell`: the keys still act here, and go on in the grid. */
  end(inCell: boolean): void;
  /** The cell has gone from the screen, and what stood in it is stored; or was refused and is kept. */
  left(problem: string | null): void;
}

/**
 * F2: Enter or leaving the cell stores, Esc keeps what was. What is refused stays in the cell, with the reason. A cell that
 * leaves the screen stores as well: the list went elsewhere, or was scrolled.
 */
export function CellEditor({ edit }: { edit: CellEdit }) {
  const [value, setValue] = useState(edit.kept?.text ?? edit.value);
  const [problem, setProblem] = useState(edit.kept?.problem ?? null);
  const { editList } = useCommands();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const busy = useRef(false);
  const ended = useRef(false);
  const gone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, []);

  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => {
      gone.current = true;
      if (busy.current || ended.current) return;
      if (value === edit.value) edit.left(null);
      else void edit.commit(value).then(edit.left);
    };
  });
  useEffect(() => () => leave.current(), []);

  function end(): void {
    ended.current = true;
    edit.end(document.activeElement === field.current);
  }
  function revert(): void {
    edit.revert();
    end();
  }

  async function store(): Promise<void> {
    if (busy.current || ended.current || gone.current) return;
    if (value === edit.value) return revert();
    busy.current = true;
    const refused = await edit.commit(value);
    busy.current = false;
    if (gone.current) return edit.left(refused);
    if (refused === null) return end();
    setProblem(refused);
    // Who has gone on elsewhere meanwhile is not called back.
    if (document.activeElement === document.body) field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      revert();
    } else if (event.key === "Enter") {
      event.preventDefault();
      void store();
    } else if (event.key === EDIT_LIST_KEY && edit.list !== null) {
      event.preventDefault();
      editList(edit.list);
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
