import {
  checkField,
  type ProblemCode,
  type TextField,
} from "../../../shared/domain/field-check.ts";
import { entityOf, isCollection } from "../../../shared/entities/registry.ts";

/** A typed text as it may be stored in a field, by the same rules as on the card; null = emptied. */
export function typedValue(
  c: string,
  field: string,
  typed: string,
): { readonly value: string | null; readonly problem?: ProblemCode } {
  if (c === "contacts") {
    const { value, problem } = checkField(field as TextField, typed, {});
    return problem?.kind === "error"
      ? { value: null, problem: problem.code }
      : { value: value ?? null };
  }
  const text = typed.trim();
  const schema = isCollection(c) ? entityOf(c).fields.shape[field] : undefined;
  if (schema === undefined) return { value: null, problem: "not-a-choice" };
  const value = text === "" ? null : text;
  const fits = (
    schema as unknown as { safeParse(v: unknown): { success: boolean } }
  ).safeParse(value ?? undefined).success;
  if (fits) return { value };
  return { value: null, problem: value === null ? "required" : "too-long" };
}
