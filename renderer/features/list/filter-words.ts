import {
  CONTACT_COLUMNS,
  type ContactColumn,
} from "../../../shared/domain/contact-columns.ts";
import type {
  Condition,
  ContactFilter,
  FilterOp,
} from "../../../shared/domain/contact-filter.ts";
import { valueText, type CellWords } from "./cell-text.ts";

export type FilterPart = ContactFilter["all"][number];

/** A part is one condition, or several of which one has to be met. */
export function conditionsOf(part: FilterPart): readonly Condition[] {
  return "any" in part ? part.any : [part];
}

export function partOf(conditions: readonly Condition[]): FilterPart | null {
  const [first] = conditions;
  if (!first) return null;
  return conditions.length === 1 ? first : { any: [...conditions] };
}

/** `Localité est Bulle`, `Localité contient Bulle ou Canton est FR`. */
export function partText(part: FilterPart, words: CellWords): string {
  return conditionsOf(part)
    .map((condition) => conditionText(condition, words))
    .join(` ${words.t("filter.or")} `);
}

export function operatorText(
  column: ContactColumn,
  op: FilterOp,
  { t }: CellWords,
): string {
  const kind = CONTACT_COLUMNS[column];
  const isFigure = kind === "number" || kind === "amount";
  if (isFigure && op === "before") return t("filter.op.less");
  if (isFigure && op === "after") return t("filter.op.more");
  return t(`filter.op.${op}`);
}

function conditionText(condition: Condition, words: CellWords): string {
  const { column, op, values } = condition;
  const name = words.t(`column.${column}`);
  if (op === "lastDays" || op === "notLastDays") {
    const count = Number(values[0] ?? 0);
    return `${name} ${words.t(`filter.${op}`, { count })}`;
  }
  const said = [name, operatorText(column, op, words)];
  if (op !== "empty" && op !== "notEmpty")
    said.push(
      values
        .map((value) => filterValueText(column, value, words))
        .join(` ${words.t("filter.or")} `),
    );
  return said.join(" ");
}

/** A value of a condition; days may be relative. */
export function filterValueText(
  column: ContactColumn,
  value: string,
  words: CellWords,
): string {
  if (value === "") return words.t("filter.none");
  if (value === "today") return words.t("filter.today");
  const isAmount = CONTACT_COLUMNS[column] === "amount";
  return valueText(column, isAmount ? Number(value) : value, words);
}
