import { z } from "zod";
import type { EntityDefinition } from "./define-entity.ts";
import { LongText } from "./fields.ts";

/** Whether a path names a text of many lines, of which two people may change different ones. */
export function isLongText(
  { fields }: EntityDefinition,
  path: string,
): boolean {
  if (!Object.hasOwn(fields.shape, path)) return false;
  const schema: unknown = fields.shape[path];
  return (
    (schema instanceof z.ZodOptional ? schema.unwrap() : schema) === LongText
  );
}
