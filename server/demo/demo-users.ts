import { namedId } from "../../shared/domain/named-id.ts";
import type { User } from "../storage/identity-storage.ts";

/** The people of the demo company (fixture F0 of the domain notes); the administrator gets the printed code. */
export const demoUsers = {
  CRO: user("Chantal Rochat", "chantal.rochat", "salesperson", "CRO"),
  MBE: user("Marco Bernasconi", "marco.bernasconi", "salesperson", "MBE"),
  SKE: user("Selina Keller", "selina.keller", "salesperson", "SKE"),
  MKT: user("Mélanie Kaltenrieder", "melanie.kaltenrieder", "marketing", null),
  admin: user("Administrator", "admin", "admin", null),
} as const satisfies Record<string, User>;

export type DemoSalesperson = "CRO" | "MBE" | "SKE";

function user(
  name: string,
  mailbox: string,
  role: User["role"],
  salesperson: string | null,
): User {
  return {
    userId: namedId(`demo/user/${mailbox}`),
    name,
    email: `${mailbox}@carnet.example`,
    role,
    salesperson,
  };
}
