import { createContext, useContext } from "react";
import type { ConnectResult } from "../../../shared/ipc/server.ts";
import type { ConnectRequest } from "./connect-values.ts";

/** How the Connect screen reaches a server; the composition root knows the bridge. */
export interface Connecting {
  /** What the device is called until the person says otherwise. */
  readonly deviceName: string;
  connect(request: ConnectRequest): Promise<ConnectResult>;
}

export const ConnectContext = createContext<Connecting | null>(null);

export function useConnecting(): Connecting {
  const connecting = useContext(ConnectContext);
  if (connecting === null) throw new Error("Nothing to connect with here.");
  return connecting;
}
