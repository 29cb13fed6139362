import { useCallback, useEffect, useState } from "react";
import type { DeviceInfo } from "../../../shared/sync/protocol.ts";
import { useSettings } from "./settings-context.ts";

export interface Devices {
  /** Undefined until the server has been asked, null when it did not answer. */
  readonly list: readonly DeviceInfo[] | null | undefined;
  reload(): void;
}

/** The person's devices or everybody's, as the server has them now. */
export function useDevices(everyone: boolean): Devices {
  const { listDevices } = useSettings();
  const [list, setList] = useState<Devices["list"]>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    void listDevices(everyone).then((found) => {
      if (wanted) setList(found);
    });
    return () => {
      wanted = false;
    };
  }, [listDevices, everyone, asked]);
  return { list, reload: useCallback(() => setAsked((n) => n + 1), []) };
}
