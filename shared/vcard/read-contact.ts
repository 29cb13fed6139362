import type { ContactPatch, ProblemCode } from "../domain/field-check.ts";

/** What a further number or address is for, as far as the card says. */
export type ChannelUse = "work" | "home" | "mobile" | "fax" | "pager" | "main";

/** A channel beyond the named fields of a contact; becomes an item of `more`. */
export interface FurtherChannel {
  readonly kind: "phone" | "email" | "address" | "homePage";
  /** The word that the person had given it (X-ABLabel). */
  readonly label?: string;
  readonly uses: readonly ChannelUse[];
  readonly value: string;
}

/**
 * A value that its field does not take; it is not lost, but stands elsewhere. Two codes say that it is: `left-out` for
 * a property that is too large to be kept, `cut-off` for a note of which only the beginning fits.
 */
export interface ValueProblem {
  /** A text field of a contact, or the property's name in the card. */
  readonly field: string;
  readonly code:
    | ProblemCode
    | "left-out"
    | "cut-off"
    | "charset-unknown"
    | "no-day"
    | "in-the-future";
  readonly value: string;
}

/** A card as a contact of ours, before it meets those that are already there. */
export interface ReadContact {
  readonly type: "company" | "person";
  /** Only values that their fields take. A person has the parts of a name or, without them, `name`. */
  readonly fields: ContactPatch;
  /** Never empty. */
  readonly name: string;
  /** Employer of a person; null for companies and for people on their own. */
  readonly companyName: string | null;
  /** What stands before the name of a person: `Madame`, `Dr.` */
  readonly title?: string;
  readonly further: readonly FurtherChannel[];
  /** `1980-03-22`, or `--02-03` without a year. */
  readonly birthday: string | null;
  readonly categories: readonly string[];
  readonly hasPhoto: boolean;
  /** The card's UID, or a fingerprint of it: the same card has the same one next time. */
  readonly externalId: string;
  /** What has no field of ours: properties in 4.0 form, for the way back out. */
  readonly kept: readonly string[];
  readonly problems: readonly ValueProblem[];
  /** What the row of a table says of the employer: it goes onto their card. */
  readonly company?: ContactPatch;
  /** Where the row says that the office is: goes onto an employer that is made of its name. */
  readonly office?: ContactPatch;
  /** A visit in the same row of a table. */
  readonly visit?: ReadVisit;
  /** The number that a table gives, ours when it came from here. */
  readonly no?: string;
}

/** A visit as a table has it; the same row has the same id next time. */
export interface ReadVisit {
  readonly id: string;
  /** `2026-03-17` */
  readonly date: string;
  /** `14:30` */
  readonly time?: string;
  readonly description: string;
  readonly result: string;
}
