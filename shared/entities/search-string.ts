import { z } from "zod";

/** Fields of a contact that double entries are looked for by (DUP-1). */
export const SearchStringField = z.enum([
  "name",
  "name2",
  "address",
  "address2",
  "postCode",
  "city",
  "phone",
  "mobile",
  "fax",
  "email",
  "homePage",
  "vatNo",
  "registrationNo",
]);

/** One row of the duplicate search: the first or last characters of a field, so many. */
export const SearchString = z.strictObject({
  field: SearchStringField,
  part: z.enum(["first", "last"]),
  length: z.int().min(2).max(10),
});
export type SearchString = z.infer<typeof SearchString>;
