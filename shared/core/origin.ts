import { z } from "zod";

/** How a value came to be written; kept in the field's stamp and in its history. Absent = typed. */
export const Origin = z.enum(["typed", "inherited", "imported", "merged"]);
export type Origin = z.infer<typeof Origin>;
