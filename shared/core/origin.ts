import { z } from "zod";

/**
 * How a value came to be written; kept in the field's stamp and history. Absent = typed; `restored` = from the trash;
 * `erased`: a deletion for ever, on a person's request (PRV-4).
 */
export const Origin = z.enum([
  "typed",
  "inherited",
  "imported",
  "merged",
  "restored",
  "erased",
]);
export type Origin = z.infer<typeof Origin>;
