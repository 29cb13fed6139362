import SearchRounded from "@mui/icons-material/SearchRounded";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { SearchKind } from "../../local-store/store.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { Marked } from "./marked.tsx";
import { usePalette, type PaletteDoors } from "./use-palette.ts";

const TEXT_MAX = 200;

/** What stands in the box: the field and what it leads to. */
export function PaletteBox(
  props: PaletteDoors & {
    text: string;
    /** Of which group all is shown. */
    only: SearchKind | null;
    onOnly(kind: SearchKind | null): void;
    onText(text: string): void;
    onClose(): void;
  },
) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState(props.text);
  const [at, setAt] = useState(0);
  const { only, onOnly } = props;
  const { groups, isSearching, isReading, text } = usePalette(
    ...([typed, props, only] as const),
    (kind) => {
      onOnly(kind);
      setAt(0);
    },
  );
  const entries = groups.flatMap((group) => group.entries);
  const place = Math.min(at, entries.length - 1);
  const active = entries[place];
  const list = useRef<HTMLDivElement>(null);
  const activeId = active ? `${listId}-${active.id}` : undefined;
  useEffect(() => {
    if (activeId !== undefined)
      document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function open(index: number): void {
    const entry = entries[index];
    if (!entry) return;
    if (!entry.stays) props.onClose();
    entry.open();
  }

  // Enter behind a whole sentence waits until it is read: it never means the hit that stands there meanwhile.
  const entered = useRef(false);
  const latest = useRef(open);
  latest.current = open;
  useEffect(() => {
    if (isReading) return;
    if (entered.current) latest.current(0);
    entered.current = false;
  }, [isReading]);

  function onKeyDown(event: KeyboardEvent): void {
    const last = entries.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: place >= last ? 0 : place + 1,
      ArrowUp: place <= 0 ? last : place - 1,
      PageDown: Math.min(last, place + 6),
      PageUp: Math.max(0, place - 6),
    };
    const target = targets[event.key];
    if (target !== undefined) setAt(target);
    else if (event.key === "Enter" && isReading && place <= 0)
      entered.current = true;
    else if (event.key === "Enter") open(place);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <label className="box">
        <SearchRounded aria-hidden fontSize="small" />
        <input
          autoFocus
          role="combobox"
          aria-label={t("palette.title")}
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          maxLength={TEXT_MAX}
          placeholder={t("palette.hint")}
          value={typed}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKeyDown}
          onChange={({ target }) => {
            entered.current = false;
            setTyped(target.value);
            setAt(0);
            onOnly(null);
            props.onText(target.value);
          }}
        />
      </label>
      <div
        className="list"
        ref={list}
        id={listId}
        role="listbox"
        tabIndex={-1}
        aria-label={t("palette.title")}
      >
        {groups.map((group) => (
          <div
            key={group.id}
            role="group"
            aria-labelledby={`${listId}-${group.id}`}
          >
            <div
              className="group"
              role="presentation"
              id={`${listId}-${group.id}`}
            >
              {group.title}
            </div>
            {group.entries.map((entry) => {
              const mine = entries.indexOf(entry);
              return (
                <div
                  key={entry.id}
                  role="option"
                  id={`${listId}-${entry.id}`}
                  className="entry"
                  aria-selected={mine === place}
                  aria-disabled={entry.off}
                  onMouseMove={() => setAt(mine)}
                  onClick={() => open(mine)}
                >
                  <div className="texts">
                    <div className="title">
                      <Marked of={entry.title} />
                    </div>
                    {entry.second && (
                      <div className="second">
                        {entry.second.label}
                        {entry.second.value && (
                          <>
                            {" : "}
                            <Marked of={entry.second.value} />
                          </>
                        )}
                      </div>
                    )}
                  </div>
                  {entry.shortcut && <kbd aria-hidden>{entry.shortcut}</kbd>}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className="nothing">
          {isSearching ? t("palette.searching") : t("palette.none", { text })}
        </p>
      )}
      <div className="keys" aria-hidden>
        {t("palette.keys")}
      </div>
      <div role="status" style={visuallyHidden}>
        {isSearching ? "" : t("palette.results", { count: entries.length })}
      </div>
    </>
  );
}
