import { useEffect, useRef, useState } from "react";

/**
 * What is typed into a field whose text lives in the address. The address follows a moment later, and on a busy machine
 * several keys later: until then the field shows what was typed, or letters would be lost. A text that comes from
 * elsewhere (Back, a view, "clear") replaces it.
 */
export function useOwnText(
  text: string,
  tell: (text: string) => void,
): readonly [string, (text: string) => void] {
  const [own, setOwn] = useState(text);
  /** Told, and not yet in the address; oldest first. */
  const told = useRef<readonly string[]>([]);
  useEffect(() => {
    const at = told.current.indexOf(text);
    if (at >= 0) told.current = told.current.slice(at + 1);
    else {
      told.current = [];
      setOwn(text);
    }
  }, [text]);
  return [
    own,
    (next) => {
      told.current = next === text ? [] : [...told.current, next];
      setOwn(next);
      tell(next);
    },
  ];
}
