import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";

const SHOWN = 8;

/**
 * Whom the visit was with: a few letters find company, person, town or number, and the first hit waits for Enter or Tab. An
 * Enter that comes before the answer takes the first hit of that answer.
 */
export function WhoCell(props: {
  label: string;
  value: string;
  none: string;
  locale: string;
  /** There is more room above the row than below. */
  above: boolean;
  onType(text: string): void;
  onChoose(row: ContactRow): void;
  /** Somebody has gone on, and nobody was found. */
  onMiss(): void;
}) {
  const { list } = useLocalStore();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [found, setFound] = useState<{
    readonly text: string | null;
    readonly rows: readonly ContactRow[];
  }>({ text: null, rows: [] });
  const entered = useRef(false);
  const choose = useRef(props.onChoose);
  choose.current = props.onChoose;
  const miss = useRef(props.onMiss);
  miss.current = props.onMiss;
  const { locale } = props;
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    if (typed === null || typed.trim() === "") return undefined;
    let current = true;
    const query = { text: typed, kind: "all" as const, locale };
    void list.query(query, 0, SHOWN).then(({ rows }) => {
      if (!current) return;
      setFound({ text: typed, rows });
      setAt(0);
      const [first] = rows;
      if (entered.current && first) choose.current(first);
      else if (entered.current) miss.current();
      entered.current = false;
    });
    return () => {
      current = false;
    };
  }, [list, locale, typed]);

  const isOpen = typed !== null && typed.trim() !== "";
  const isAnswer = found.text === typed;
  const hits = isOpen && isAnswer ? found.rows : [];

  function onKeyDown(event: KeyboardEvent): void {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isTaking =
      (event.key === "Enter" || event.key === "Tab") && !event.shiftKey;
    if (step !== undefined && hits.length > 0) {
      setAt((at + step + hits.length) % hits.length);
    } else if (isTaking && !isAnswer) {
      entered.current = true;
    } else if (isTaking && hits.length > 0) {
      const hit = hits[at];
      if (hit) props.onChoose(hit);
    } else if (event.key === "Escape") {
      setTyped(null);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <>
      <input
        ref={field}
        role="combobox"
        value={props.value}
        aria-label={props.label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          entered.current = false;
          setTyped(event.target.value);
          props.onType(event.target.value);
        }}
      />
      {isOpen && isAnswer && (
        <ul
          id={listId}
          role="listbox"
          aria-label={props.label}
          className={props.above ? "hits above" : "hits"}
        >
          {hits.map((row, i) => (
            <li
              key={row.id}
              id={`${listId}-${i}`}
              role="option"
              aria-selected={i === at}
              onMouseDown={(event) => {
                event.preventDefault();
                props.onChoose(row);
              }}
            >
              <span>{row.name}</span>
              <span className="aside">
                {[row.type === "person" ? row.companyName : "", row.city]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
          {hits.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled>
              <span className="aside">{props.none}</span>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
