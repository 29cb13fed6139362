import type { RxJsonSchema } from "rxdb/plugins/core";
import {
  AT_DESC_MAX,
  type IndexedMembers,
} from "../../shared/entities/define-entity.ts";
import {
  entityOf,
  type CollectionName,
} from "../../shared/entities/registry.ts";
import type { Row, StoredDocument } from "./stored-document.ts";

const SCHEMA_VERSION = 0;
const ID_LENGTH = 36;

/**
 * RxDB's schema of a collection. Our own indexes are the cost of every write, so there are only those that the entity
 * asks for: none on contacts, `[contactId, atDesc]` where it has both, `[contactId]` where it has no instant.
 */
export function toRxSchema(c: CollectionName): RxJsonSchema<StoredDocument> {
  const members = indexedMembers(c);
  const schema = {
    title: c,
    version: SCHEMA_VERSION,
    primaryKey: "id",
    type: "object",
    properties: {
      id: { type: "string", maxLength: ID_LENGTH },
      ...(members.includes("contactId") && {
        contactId: { type: "string", maxLength: ID_LENGTH },
      }),
      ...(members.includes("atDesc") && {
        atDesc: {
          type: "number",
          minimum: 0,
          maximum: AT_DESC_MAX,
          multipleOf: 1,
        },
      }),
      v: { type: "object", additionalProperties: true },
      seq: { type: ["number", "null"] },
      rev: { type: ["number", "null"] },
      epoch: { type: ["string", "null"] },
      applied: { type: "number" },
    },
    required: ["id", ...members, "v", "applied"],
    indexes: members.length > 0 ? [members] : [],
    additionalProperties: false,
  };
  return schema as unknown as RxJsonSchema<StoredDocument>;
}

/** Which members a collection is found by, asked of the entity itself with a sample value. */
export function indexedMembers(
  c: CollectionName,
): readonly (keyof IndexedMembers)[] {
  const sample = { contactId: "sample", date: "2000-01-01" };
  const found = entityOf(c).indexed(sample as never);
  return (["contactId", "atDesc"] as const).filter((name) => name in found);
}

/** The clear members of one document, with the defaults that an index needs: nobody's, and oldest of all. */
export function indexedValues(c: CollectionName, v: Row): IndexedMembers {
  const members = indexedMembers(c);
  if (members.length === 0) return {};
  const { contactId, atDesc } = entityOf(c).indexed(v as never);
  return {
    ...(members.includes("contactId") && {
      contactId: typeof contactId === "string" ? contactId : "",
    }),
    ...(members.includes("atDesc") && { atDesc: atDescOr(atDesc) }),
  };
}

function atDescOr(atDesc: number | undefined): number {
  const valid = atDesc !== undefined && atDesc >= 0 && atDesc <= AT_DESC_MAX;
  return valid ? atDesc : AT_DESC_MAX;
}
