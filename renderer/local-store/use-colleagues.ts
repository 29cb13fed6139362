import { useMemo } from "react";
import type { Colleagues } from "../../shared/domain/due-tasks.ts";
import { useCodes } from "./use-codes.ts";

export interface MyTeams {
  /** One's own tasks and those of one's teams (TSK-7). */
  readonly own: Colleagues;
  /** Those of the other members, too. */
  readonly team: Colleagues;
}

/** The teams of a salesperson, and who is in them. */
export function useColleagues(salesperson: string | null): MyTeams {
  const codes = useCodes();
  return useMemo(() => {
    const mine = codes
      .of("team")
      .filter(({ members }) =>
        members?.some((member) => member === salesperson),
      );
    const teams = mine.map(({ code }) => code);
    const members = new Set(mine.flatMap((one) => one.members ?? []));
    return {
      own: { teams, salespeople: [] },
      team: { teams, salespeople: [...members] },
    };
  }, [codes, salesperson]);
}
