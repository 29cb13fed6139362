import { useEffect, useState } from "react";
import { useSession } from "./session.ts";

/** The time, looked at again every `everyMs`: for words such as "today" and countdowns. */
export function useNow(everyMs: number): number {
  const { now } = useSession();
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return time;
}
