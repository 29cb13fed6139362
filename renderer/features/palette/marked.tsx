import type { MarkedText } from "../../local-store/store.ts";

/** A text with what was asked for marked in it. */
export function Marked({ of: { text, ranges } }: { of: MarkedText }) {
  if (ranges.length === 0) return text;
  const parts = [];
  let from = 0;
  for (const [start, end] of ranges) {
    parts.push(text.slice(from, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return [...parts, text.slice(from)];
}
