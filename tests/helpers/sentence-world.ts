import { readFileSync } from "node:fs";
import path from "node:path";
import { createProjection } from "../../renderer/local-store/projection/projection.ts";
import { slimContact } from "../../renderer/local-store/projection/slim-contact.ts";
import type { SentenceNames } from "../../shared/domain/sentence/sentence-names.ts";
import { envelopeOf } from "../bench/page/bench-contacts.ts";

const folder = path.join(import.meta.dirname, "../fixtures/sentences");
/** The one who writes the sentences. */
const WRITER = "SNT";

interface Party {
  readonly name: string;
  readonly city: string;
  /** Somebody else's: of the same name as one of the writer's. */
  readonly other?: true;
}
interface Known {
  readonly companies: readonly (Party & {
    readonly key: string;
    readonly people: readonly string[];
  })[];
  readonly independents: readonly Party[];
}

export interface SentenceWorld {
  readonly names: SentenceNames;
  /** Key of a company or name of a person, by id. */
  readonly keys: ReadonlyMap<string, string>;
}

/** The people of the sentences among `others` more contacts of a company's, in a projection as the worker has it. */
export function openSentenceWorld(others: number): SentenceWorld {
  const known = JSON.parse(
    readFileSync(path.join(folder, "contacts.json"), "utf8"),
  ) as Known;
  const keys = new Map<string, string>();
  const rows: Record<string, unknown>[] = [];
  for (let i = 0; i < others; i++) rows.push({ ...envelopeOf(i).v });
  const add = (
    id: string,
    key: string,
    { name, city, other }: Party,
    more: object,
  ) => {
    keys.set(id, key);
    rows.push({ id, name, city, salesperson: other ? "CRO" : WRITER, ...more });
  };
  for (const company of known.companies) {
    const { key, name, city, other, people } = company;
    add(`company-${key}`, key, company, { type: "company" });
    for (const person of people) {
      const party = { name: person, city, ...(other ? { other } : {}) };
      const works = { companyId: `company-${key}`, companyName: name };
      const id = `person-${key}-${person}`;
      add(id, other ? `${person}, ${name}` : person, party, {
        ...{ type: "person", ...works },
      });
    }
  }
  for (const person of known.independents)
    add(`person-${person.name}`, person.name, person, { type: "person" });
  const projection = createProjection();
  projection.applyStored({
    c: "contacts",
    rows: rows.map((v) => ({
      ...{ id: String(v["id"]), lwt: 1, applied: 0 },
      value: slimContact(v),
    })),
  });
  // As when it is stored: one index, with its errors of typing.
  projection.pack();
  return { names: projection.sentenceNames(WRITER), keys };
}
