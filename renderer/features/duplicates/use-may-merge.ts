import { useSession } from "../../ui/session.ts";

/** MRG-1: a manager merges and splits; who has not been connected yet has nobody above them. */
export function useMayMerge(): boolean {
  const { role } = useSession().owner;
  return role === undefined || role === "manager" || role === "admin";
}
