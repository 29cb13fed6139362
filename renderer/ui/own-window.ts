import { createContext, use } from "react";

/** The window in which something is drawn, where it is not the first: that one draws what its side windows show. */
export const OwnWindow = createContext<Window | null>(null);

export function useOwnWindow(): Window {
  return use(OwnWindow) ?? window;
}
