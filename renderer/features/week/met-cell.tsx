import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { fold } from "../../../shared/core/fold.ts";
import { HitList, hitId } from "./hit-list.tsx";
import type { Choosable } from "./week-line.ts";

/**
 * Who else was there, of the people of the company: a few letters narrow them, Enter or Space on one takes it in or out,
 * Backspace in the empty field takes out the last one. Enter in the empty field goes on.
 */
export function MetCell(props: {
  label: string;
  none: string;
  people: readonly Choosable[];
  value: readonly string[];
  /** Of those that are in. */
  names: readonly string[];
  /** There is more room above the row than below. */
  above: boolean;
  onChange(attendees: readonly string[]): void;
}) {
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(-1);
  const { people, value, onChange } = props;
  useEffect(() => field.current?.focus(), []);
  const wanted = fold(typed).trim();
  const hits = people.filter(({ name }) =>
    fold(name)
      .split(/\s+/)
      .some((word) => word.startsWith(wanted)),
  );
  const active = hits[at] ?? (wanted === "" ? undefined : hits[0]);

  function toggle({ id }: Choosable): void {
    onChange(
      value.includes(id) ? value.filter((one) => one !== id) : [...value, id],
    );
    setTyped("");
    setAt(-1);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0 && (step > 0 || at >= 0)) {
      setAt(Math.max(-1, Math.min(hits.length - 1, at + step)));
    } else if ((event.key === "Enter" || event.key === " ") && active) {
      toggle(active);
    } else if (event.key === "Backspace" && typed === "" && value.length > 0) {
      onChange(value.slice(0, -1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <>
      <input
        ref={field}
        role="combobox"
        value={typed}
        placeholder={props.names.join(", ")}
        aria-label={props.label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={
          active ? hitId(listId, hits.indexOf(active)) : undefined
        }
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(-1);
        }}
      />
      <HitList
        id={listId}
        label={props.label}
        above={props.above}
        none={props.none}
        at={active ? hits.indexOf(active) : -1}
        hits={hits.map((one) => ({
          key: one.id,
          text: one.name,
          isIn: value.includes(one.id),
          take: () => toggle(one),
        }))}
      />
    </>
  );
}
