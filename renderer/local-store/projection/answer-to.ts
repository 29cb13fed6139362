import { readSentence } from "../../../shared/domain/sentence/read-sentence.ts";
import type { Agenda } from "./agenda.ts";
import type { Question } from "./messages.ts";
import type { Projection } from "./projection.ts";

/** One question, answered from what is in memory. */
export function answerTo(
  projection: Projection,
  agenda: Agenda,
  question: Exclude<Question, { readonly ask: "countsOf" }>,
): unknown {
  switch (question.ask) {
    case "query":
      return projection.query(question.query, question.from, question.to);
    case "counts":
      return projection.counts(question.of);
    case "ids":
      return projection.ids(question.query);
    case "facets":
      return projection.facets(question.of, question.column);
    case "rows":
      return projection.rows(question.ids);
    case "peopleOf":
      return projection.peopleOf(question.companyId);
    case "people":
      return projection.people(question.question);
    case "happened":
      return projection.happened(question.question);
    case "attended":
      return projection.attended(question.contactId);
    case "known":
      return projection.known(question.lookups);
    case "indexOf":
      return projection.indexOf(question.query, question.id);
    case "sentence":
      return readSentence(
        question.text,
        question.reading,
        projection.sentenceNames(question.salesperson),
      );
    case "doubles":
      return projection.doubles(question.of, question.setUp, question.limit);
    case "absorbedBy":
      return projection.absorbedBy(question.id);
    case "standingFor":
      return projection.standingFor(question.id);
    case "separatePairs":
      return projection.separatePairs();
    case "due":
      return agenda.due(question.question);
    case "week":
      return agenda.week(question.question);
    case "diary":
      return agenda.diary(question.question);
    case "sales":
      return agenda.sales(question.question);
    case "postponed":
      return agenda.postponed(question.question);
  }
}
