import { useDeferredValue, type ReactNode } from "react";

/** What stands further down a page is drawn when what one reads first stands there, and gives way to keys and clicks. */
export function Later({ children }: { children: ReactNode }) {
  const now = useDeferredValue(true, false);
  return now ? children : null;
}
