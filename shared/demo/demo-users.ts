import { namedId } from "../domain/named-id.ts";

/** Somebody of the demo company. */
interface DemoUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: "salesperson" | "manager" | "marketing" | "admin";
  readonly salesperson: string | null;
}

/** The people of the demo company (fixture F0 of the domain notes); the administrator gets the printed code. */
export const demoUsers = {
  CRO: user("Chantal Rochat", "chantal.rochat", "salesperson", "CRO"),
  MBE: user("Marco Bernasconi", "marco.bernasconi", "salesperson", "MBE"),
  SKE: user("Selina Keller", "selina.keller", "salesperson", "SKE"),
  MKT: user("Mélanie Kaltenrieder", "melanie.kaltenrieder", "marketing", null),
  admin: user("Administrator", "admin", "admin", null),
} as const satisfies Record<string, DemoUser>;

export type DemoSalesperson = "CRO" | "MBE" | "SKE";

function user(
  name: string,
  mailbox: string,
  role: DemoUser["role"],
  salesperson: string | null,
): DemoUser {
  return {
    userId: namedId(`demo/user/${mailbox}`),
    name,
    email: `${mailbox}@carnet.example`,
    role,
    salesperson,
  };
}
