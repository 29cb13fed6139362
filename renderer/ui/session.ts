import { createContext, useContext } from "react";
import type { CalendarDay } from "../../shared/core/calendar.ts";

/** Whose notebook this is; all absent until the device was connected or, without a server, they have said their name. */
export interface Owner {
  readonly userId?: string;
  /** This device, as the server knows it. */
  readonly deviceId?: string;
  readonly name?: string;
  /** What they may do (design: rights); absent = nobody else has a say here. */
  readonly role?: "salesperson" | "manager" | "marketing" | "admin";
  /** Their code among the salespeople. */
  readonly salesperson?: string;
}

/** What every screen may know of where it runs. */
export interface Session {
  /** BCP 47 tag of the words on the screen. */
  readonly language: string;
  /** What "today" means for entry: the work date, or the machine's day. */
  readonly today: CalendarDay;
  readonly owner: Owner;
  /** No server has ever known this notebook: nothing waits to be sent. */
  readonly alone: boolean;
  /** What this computer calls its user; "" = it does not know. */
  readonly userName: string;
  /** Unix milliseconds. */
  now(): number;
  newId(): string;
  /** A contact number from this device's lease, or a provisional one; never given twice (NUM). */
  takeNumber(): Promise<string>;
  /** Where a place is on a map, of the service that the person has chosen; null when it says too little. */
  mapLink(place: {
    readonly address?: string | undefined;
    readonly postCode?: string | undefined;
    readonly city?: string | undefined;
    readonly country?: string | undefined;
  }): string | null;
  /** Opens a tel:, mailto: or https: address outside; false when that is not possible. */
  openOutside(url: string): Promise<boolean>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("No session around this component.");
  return session;
}
