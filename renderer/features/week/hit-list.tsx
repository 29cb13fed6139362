import { useEffect, useRef, type ReactNode } from "react";

export interface Hit {
  readonly key: string;
  readonly text: ReactNode;
  /** Beside it, quieter. */
  readonly aside?: string;
  /** Of several that may be in: whether it is. */
  readonly isIn?: boolean;
  take(): void;
}

export const hitId = (listId: string, at: number) => `${listId}-${at}`;

/** What is found for the text in a cell, below the cell or above it; the focus stays in the cell. */
export function HitList(props: {
  id: string;
  label: string;
  /** There is more room above the row than below. */
  above: boolean;
  /** Said when there are no hits. */
  none: string;
  hits: readonly Hit[];
  /** Which one Enter takes; -1 = none. */
  at: number;
}) {
  const { hits } = props;
  const list = useRef<HTMLUListElement>(null);
  // In the last row in sight it would lie below the edge of the grid.
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, [hits.length]);
  return (
    <ul
      ref={list}
      id={props.id}
      role="listbox"
      aria-multiselectable={hits.some(({ isIn }) => isIn !== undefined)}
      aria-label={props.label}
      className={props.above ? "hits above" : "hits"}
    >
      {hits.map(({ key, text, aside, isIn, take }, i) => (
        <li
          key={key}
          id={hitId(props.id, i)}
          role="option"
          aria-selected={i === props.at}
          {...(isIn === undefined ? {} : { "aria-checked": isIn })}
          onMouseDown={(event) => {
            event.preventDefault();
            take();
          }}
        >
          {isIn !== undefined && (
            <span aria-hidden>{isIn ? "✓" : "\u2003"}</span>
          )}
          <span>{text}</span>
          {aside !== undefined && <span className="aside">{aside}</span>}
        </li>
      ))}
      {hits.length === 0 && (
        <li role="option" aria-disabled aria-selected={false}>
          <span className="aside">{props.none}</span>
        </li>
      )}
    </ul>
  );
}
