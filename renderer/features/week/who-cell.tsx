import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { HitList, hitId, type Hit } from "./hit-list.tsx";

const SHOWN = 8;

/**
 * Whom the visit was with: a few letters find company, person, town or number, and the first hit waits for Enter or Tab. An
 * Enter that comes before the answer takes the first hit of that answer. Somebody who is not here yet is made from the end
 * of the list; Enter alone leaves the name as it is, to be looked after later.
 */
export function WhoCell(props: {
  label: string;
  value: string;
  /** It names somebody who was not found: the list is open from the start. */
  isOpen: boolean;
  none: string;
  locale: string;
  /** There is more room above the row than below. */
  above: boolean;
  onType(text: string): void;
  onChoose(row: ContactRow): void;
  /** Somebody has gone on, and nobody was found. */
  onMiss(): void;
  /** Somebody of that name is to be made. */
  onUnknown(name: string): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(props.isOpen ? props.value : null);
  const [at, setAt] = useState(-1);
  // What nobody has typed now is taken by nobody who only passes.
  const byHand = useRef(false);
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
      setAt(byHand.current && rows.length > 0 ? 0 : -1);
    });
    return () => {
      current = false;
    };
  }, [list, locale, typed]);
  // When the answer is drawn, not when it comes: between the two, Enter still has the cell of before.
  useEffect(() => {
    if (!entered.current) return;
    entered.current = false;
    const [first] = found.rows;
    if (first) choose.current(first);
    else miss.current();
  }, [found]);

  const isOpen = typed !== null && typed.trim() !== "";
  const isAnswer = found.text === typed;
  const name = (typed ?? "").trim();
  const rows = isOpen && isAnswer ? found.rows : [];
  const isNamed = rows.some((row) => fold(row.name) === fold(name));
  const hits: Hit[] = rows.map((row) => ({
    key: row.id,
    text: row.name,
    aside: [row.type === "person" ? row.companyName : "", row.city]
      .filter(Boolean)
      .join(" · "),
    take: () => props.onChoose(row),
  }));
  if (isOpen && isAnswer && !isNamed)
    hits.push({
      key: "new",
      text: t("visit.newContact", { name }),
      take: () => props.onUnknown(name),
    });

  function onKeyDown(event: KeyboardEvent): void {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const isTaking =
      (event.key === "Enter" || event.key === "Tab") && !event.shiftKey;
    if (step !== undefined && hits.length > 0) {
      setAt(
        (Math.max(at, step > 0 ? -1 : 0) + step + hits.length) % hits.length,
      );
    } else if (isTaking && !isAnswer && byHand.current) {
      entered.current = true;
    } else if (isTaking && hits[at]) {
      hits[at].take();
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
        aria-activedescendant={hits[at] && hitId(listId, at)}
        autoComplete="off"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          entered.current = false;
          byHand.current = true;
          setTyped(event.target.value);
          props.onType(event.target.value);
        }}
      />
      {isOpen && isAnswer && (
        <HitList
          id={listId}
          label={props.label}
          above={props.above}
          none={props.none}
          at={at}
          hits={hits}
        />
      )}
    </>
  );
}
