import type { Code, SalutationPart } from "../entities/code.ts";
import { formulaCode } from "./salutation.ts";
import { namedId } from "./named-id.ts";

const LANGUAGES = ["FRS", "DES", "ITS", "ENG"] as const;
const PERSON: readonly SalutationPart[] = [
  "firstName",
  "middleName",
  "surname",
];

type Texts = readonly [fr: string, de: string, it: string, en: string];

const woman = (english: string): Texts => [
  "Chère Madame %3,",
  "Sehr geehrte Frau %1 %2 %3,",
  "Gentile Signora %1 %2 %3,",
  `Dear ${english} %3,`,
];
const dearWoman: Texts = ["Chère %1,", "Liebe %1,", "Cara %1,", "Dear %1,"];

/** Formal, then informal, by salutation. Romansh has none: what is missing is said, never guessed (SAL-1). */
const formulas: Readonly<Record<string, readonly [Texts, Texts]>> = {
  COMPANY: [
    [
      "Mesdames, Messieurs,",
      "Sehr geehrte Damen und Herren,",
      "Spettabile Ditta %1,",
      "Dear Sir or Madam,",
    ],
    ["Bonjour,", "Guten Tag,", "Buongiorno,", "Hello,"],
  ],
  UNISEX: [
    [
      "Madame, Monsieur,",
      "Guten Tag %1 %2 %3,",
      "Gentile %1 %2 %3,",
      "Dear %1 %2 %3,",
    ],
    ["Bonjour %1,", "Hallo %1,", "Ciao %1,", "Hello %1,"],
  ],
  M: [
    [
      "Cher Monsieur %3,",
      "Sehr geehrter Herr %1 %2 %3,",
      "Egregio Signor %1 %2 %3,",
      "Dear Mr %3,",
    ],
    ["Cher %1,", "Lieber %1,", "Caro %1,", "Dear %1,"],
  ],
  F: [woman("Ms"), dearWoman],
  "F-MAR": [woman("Mrs"), dearWoman],
  "F-UMAR": [woman("Miss"), dearWoman],
};

/** The salutation formulas that a company starts with (domain.md §2.6, with "Cher Monsieur" for men). */
export const starterFormulas: readonly Code[] = Object.entries(
  formulas,
).flatMap(([salutation, forms]) =>
  forms.flatMap((texts, form) =>
    texts.map((description, i): Code => {
      const language = LANGUAGES[i] ?? "ENG";
      const formality = form === 0 ? "formal" : "informal";
      const code = formulaCode(salutation, language, formality);
      return {
        id: namedId(`code/salutationFormula/${code}`),
        kind: "salutationFormula",
        code,
        description,
        salutation,
        language,
        formality,
        parts: salutation === "COMPANY" ? ["companyName"] : [...PERSON],
      };
    }),
  ),
);
