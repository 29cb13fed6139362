import { useEffect, useState } from "react";
import { useHistorySource, type HistoryRead } from "./history-source.ts";
import { useSyncStatus } from "./sync-context.ts";

/** What the server tells of a record, asked again after every run that ended well; null until the first answer. */
export function useHistory(record: {
  readonly c: string;
  readonly id: string;
}): HistoryRead | null {
  const source = useHistorySource();
  const { lastSuccess } = useSyncStatus();
  const [read, setRead] = useState<HistoryRead | null>(null);
  const { c, id } = record;
  useEffect(() => {
    let current = true;
    void source.read({ c, id }).then((answer) => {
      if (current) setRead(answer);
    });
    return () => {
      current = false;
    };
  }, [source, c, id, lastSuccess]);
  return read;
}
