/** How much of each part stands on the page. */
export interface BriefLimits {
  readonly visits: number;
  /** Lines of a visit's result. */
  readonly lines: number;
  readonly questions: number;
  readonly tasks: number;
  readonly sales: number;
  readonly products: number;
  readonly people: number;
}

/** From all that is worth showing to what fits on any page; what does not fit gives way in this order. */
export const BRIEF_LEVELS: readonly BriefLimits[] = [
  level(6, 6, 12, 7, 5, 8, 9),
  level(5, 5, 10, 6, 4, 7, 8),
  level(5, 3, 9, 5, 4, 6, 7),
  level(4, 3, 8, 5, 3, 5, 6),
  level(3, 2, 7, 4, 3, 4, 5),
  level(2, 2, 6, 3, 2, 3, 4),
];

function level(
  visits: number,
  lines: number,
  questions: number,
  tasks: number,
  sales: number,
  products: number,
  people: number,
): BriefLimits {
  return { visits, lines, questions, tasks, sales, products, people };
}
