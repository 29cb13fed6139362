import { isFigureColumn } from "./figures.ts";
import type { Question } from "./messages.ts";

/**
 * What a question is answered from: contacts alone, contacts and the words that find them, or what was done with them as
 * well.
 */
export function sourceOf(question: Question): "contacts" | "words" | "all" {
  switch (question.ask) {
    case "query":
    case "indexOf":
    case "ids": {
      const { text, filter, sort = [] } = question.query;
      const isFigure = sort.some(({ column }) => isFigureColumn(column));
      if (filter !== undefined || isFigure) return "all";
      return text === "" ? "contacts" : "words";
    }
    case "counts":
      if (question.of.filter !== undefined) return "all";
      return question.of.text === "" ? "contacts" : "words";
    case "rows":
    case "peopleOf":
    case "people":
    case "known":
    case "absorbedBy":
    case "standingFor":
    case "separatePairs":
      return "contacts";
    default:
      return "all";
  }
}
