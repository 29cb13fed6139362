import { useRef } from "react";
import {
  isInWords,
  type SortBy,
} from "../../../shared/domain/contact-order.ts";
import type { ContactList, ListQuery } from "../../local-store/store.ts";
import { placeOf } from "./jump.ts";

/** Letters that follow each other within this time are one word. */
const WORD_MS = 1_000;

/** Typing letters goes to the first row that begins with them, in the column that the list is sorted by. */
export function useJump(
  list: Pick<ContactList, "query">,
  query: ListQuery,
  total: number,
) {
  const typed = useRef({ text: "", at: 0 });
  const { sort = [], tree, locale } = query;
  const [by = { column: "name", descending: false } as SortBy] = sort;

  function isTyping(): boolean {
    const { text, at } = typed.current;
    return text !== "" && performance.now() - at < WORD_MS;
  }

  /** Null = the list has no order of words. */
  async function jump(letter: string): Promise<number | null> {
    const text = (isTyping() ? typed.current.text : "") + letter;
    typed.current = { text, at: performance.now() };
    if (!isInWords(by.column) || tree === true || query.only) return null;
    const valueAt = async (index: number): Promise<string> => {
      const { rows } = await list.query(query, index, index + 1);
      return String(rows[0]?.[by.column] ?? "");
    };
    const collator = new Intl.Collator(locale, { sensitivity: "base" });
    const { descending } = by;
    const place = await placeOf(text, total, valueAt, { collator, descending });
    // More has been typed meanwhile.
    return typed.current.text === text ? place : null;
  }
  return { isTyping, jump };
}
