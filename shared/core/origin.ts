import { z } from "zod";

/** How a value came to be written; kept in the field's stamp and history. Absent = typed; `restored` = from the trash. */
export const Origin = z.enum([
  "typed",
  "inherited",
  "imported",
  "merged",
  "restored",
]);
export type Origin = z.infer<typeof Origin>;
