import type { CollectionName } from "../../../shared/entities/registry.ts";
import type {
  Search,
  SearchAnswer,
  SearchField,
  SearchGroup,
  SearchHit,
  Store,
} from "../store.ts";
import type { Found } from "./messages.ts";
import type { ProjectionClient } from "./projection-client.ts";
import { markWords, snippet } from "./search/marks.ts";
import { readQuestion, type SearchQuestion } from "./search/question.ts";
import { WORK_FIELDS, workNames, type WorkName } from "./slim-work.ts";
import type { WorkHit } from "./work-search.ts";

type Row = Readonly<Record<string, unknown>>;

const KINDS = {
  interactions: "notes",
  tasks: "tasks",
  opportunities: "opportunities",
  purchases: "purchases",
} as const;

/** The page's side of the search: the texts of the few documents that are shown come from the store. */
export function createSearch(
  client: Pick<ProjectionClient, "find">,
  store: Pick<Store, "getMany">,
): Search {
  let newest = 0;

  async function groupOf(
    c: WorkName,
    found: NonNullable<Found["work"]>[WorkName],
    question: SearchQuestion,
  ): Promise<readonly SearchGroup[]> {
    if (found.total === 0) return [];
    const ids = found.hits.map(({ id }) => id);
    const documents = await store.getMany(c as CollectionName, ids);
    const hits = found.hits.flatMap((hit) => {
      const document = documents.get(hit.id) as Row | undefined;
      return document ? [workHit(c, hit, document, question)] : [];
    });
    return [{ kind: KINDS[c], total: found.total, hits }];
  }
  async function complete(
    { contacts, work }: Found,
    question: SearchQuestion | null,
  ): Promise<SearchAnswer> {
    if (!work || !question)
      return { groups: contacts, complete: work !== null };
    const groups = await Promise.all(
      workNames.map((c) => groupOf(c, work[c], question)),
    );
    return {
      groups: [...contacts, ...groups.flat()],
      complete: true,
    };
  }
  return {
    search({ text, limit }, onAnswer) {
      const mine = ++newest;
      const question = readQuestion(text);
      const stop = client.find(text, limit, (found) => {
        if (found.work === null)
          return onAnswer({ groups: found.contacts, complete: false });
        void complete(found, question).then((answer) => {
          if (mine === newest) onAnswer(answer);
        });
      });
      return () => {
        if (mine === newest) newest += 1;
        stop();
      };
    },
  };
}

/** A visit, task, opportunity or purchase as a search shows it. */
export function workHit(
  c: WorkName,
  hit: WorkHit,
  document: Row,
  question: SearchQuestion,
): SearchHit {
  const { id, contactId, contactName, date } = hit;
  const texts = WORK_FIELDS[c].flatMap((field) => {
    const text = document[field];
    return typeof text === "string" ? [{ field, text }] : [];
  });
  // A note without a heading is shown by what came of it.
  const titleField = c === "purchases" ? "description" : texts[0]?.field;
  const heading = texts.find(({ field }) => field === titleField)?.text ?? "";
  const title = markWords(heading, question);
  const missing = question.terms.filter((term) => !title.terms.has(term));
  const others = texts.filter(({ field }) => field !== titleField);
  const reason = others
    .map(({ field, text }) => ({
      field: field as SearchField,
      text,
      marks: markWords(text, { ...question, terms: missing }),
    }))
    .find(({ marks }) => marks.terms.size > 0);
  return {
    ...{ id, contactId, date },
    title: snippet({ text: heading, ranges: title.ranges }),
    subtitle: contactName,
    reason: reason
      ? {
          field: reason.field,
          value: snippet({ text: reason.text, ranges: reason.marks.ranges }),
        }
      : null,
  };
}
