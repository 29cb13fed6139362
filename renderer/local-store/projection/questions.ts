import { isFigureColumn } from "./figures.ts";
import type { Question } from "./messages.ts";

/** Whether a question can be answered from contacts alone: not from an index, and not from what was done with them. */
export function isPlain(question: Question): boolean {
  switch (question.ask) {
    case "query":
    case "indexOf":
    case "ids": {
      const { text, filter, sort = [] } = question.query;
      return (
        text === "" &&
        filter === undefined &&
        sort.every(({ column }) => !isFigureColumn(column))
      );
    }
    case "counts":
      return question.of.text === "" && question.of.filter === undefined;
    case "rows":
    case "peopleOf":
    case "people":
    case "known":
    case "absorbedBy":
    case "standingFor":
    case "separatePairs":
      return true;
    default:
      return false;
  }
}
