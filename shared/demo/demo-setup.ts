import type { Code } from "../entities/code.ts";
import { namedId } from "../domain/named-id.ts";
import { starterCodes } from "../domain/starter-codes.ts";
import { starterDefaults } from "../domain/starter-defaults.ts";
import { at, type DemoDocument } from "./demo-document.ts";
import { demoUsers } from "./demo-users.ts";

/** The set-up that comes before the first contact: lists, salespeople, the marketing document (F0). */
export function demoSetup(): DemoDocument[] {
  const written = {
    by: demoUsers.admin.userId,
    atMs: at("2025-11-03", "09:00"),
  };
  const codes = [...starterCodes, ...salespeople(), team()];
  return [
    {
      c: "settings",
      v: {
        id: namedId("setting/marketing"),
        key: "marketing",
        inheritSalesperson: true,
        inheritTerritory: true,
        inheritCountry: true,
        inheritLanguage: true,
        inheritFormatRegion: true,
        inheritAddress: true,
        inheritCommunication: true,
        ...starterDefaults,
        contactLeaseSize: 50,
        purchaseMonths: 24,
      },
      ...written,
    },
    ...codes.map((v) => ({ c: "codes" as const, v, ...written })),
  ];
}

function salespeople(): Code[] {
  return (["CRO", "MBE", "SKE"] as const).map((code, index) => ({
    id: namedId(`code/salesperson/${code}`),
    kind: "salesperson",
    code,
    description: demoUsers[code].name,
    email: demoUsers[code].email,
    phone: `+41 21 555 00 1${index + 1}`,
    sort: (index + 1) * 10,
  }));
}

function team(): Code {
  return {
    id: namedId("code/team/ROM"),
    kind: "team",
    code: "ROM",
    description: "Suisse romande",
    translations: {
      "de-CH": "Romandie",
      "it-CH": "Svizzera romanda",
      en: "French-speaking Switzerland",
    },
    members: ["CRO", "MBE"],
    sort: 10,
  };
}
