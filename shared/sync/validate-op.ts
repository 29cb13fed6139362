import { z } from "zod";
import { entityOf, isCollection } from "../entities/registry.ts";
import type { EntityDefinition } from "../entities/define-entity.ts";
import type { Op } from "./protocol.ts";

export type OpVerdict =
  | { readonly ok: true; readonly op: Op }
  | { readonly ok: false; readonly code: string; readonly message: string };

/**
 * Checks one operation against its entity file, strictly: unknown members are refused, so are values out of
 * bounds. Computed members (which a client may echo from a pull) are taken out of the returned op.
 * Codes: `unknown_collection`, `invalid_field`, `unstorable_text`.
 */
export function validateOp(op: Op): OpVerdict {
  if (!isCollection(op.c) || entityOf(op.c).localOnly)
    return no("unknown_collection", op.c);
  const entity = entityOf(op.c);
  switch (op.k) {
    case "ins":
      return validateInsert(op, entity);
    case "set":
      return validateSet(op, entity);
    case "add":
    case "rem":
      return validateElements(op, entity);
    case "del":
      return { ok: true, op };
  }
}

type InsOp = Extract<Op, { k: "ins" }>;
type SetOp = Extract<Op, { k: "set" }>;

function validateInsert(op: InsOp, entity: EntityDefinition): OpVerdict {
  const v = Object.fromEntries(
    Object.entries(op.v).filter(
      ([key, value]) => !isComputed(entity, key) && value !== null,
    ),
  );
  const parsed = entity.fields.safeParse(v);
  if (!parsed.success) return refusal(parsed.error);
  if (parsed.data["id"] !== op.id)
    return no("invalid_field", "id: differs from the operation's");
  return { ok: true, op: { ...op, v: parsed.data as InsOp["v"] } };
}

function validateSet(op: SetOp, entity: EntityDefinition): OpVerdict {
  const f: SetOp["f"] = {};
  for (const [path, [base, now]] of Object.entries(op.f)) {
    if (isComputed(entity, path)) continue;
    const schema = schemaAt(entity, path);
    if (!schema) return no("invalid_field", path);
    if (now === null) {
      if (!schema.safeParse(undefined).success)
        return no("invalid_field", `${path}: required`);
    } else {
      const parsed = schema.safeParse(now);
      if (!parsed.success) return refusal(parsed.error, path);
      f[path] = [base, parsed.data as typeof now];
      continue;
    }
    f[path] = [base, now];
  }
  return { ok: true, op: { ...op, f } };
}

function validateElements(
  op: Extract<Op, { k: "add" | "rem" }>,
  entity: EntityDefinition,
): OpVerdict {
  const member = entity.fields.shape[op.f];
  if (!entity.sets.includes(op.f) || !member) return no("invalid_field", op.f);
  const parsed = (member as z.ZodType).safeParse(op.e);
  return parsed.success ? { ok: true, op } : refusal(parsed.error, op.f);
}

/** The schema of what a path of `set` names; null when there is no such place. Sets are never set as a whole. */
function schemaAt(entity: EntityDefinition, path: string): z.ZodType | null {
  const [member = "", item, inner, ...rest] = path.split("/");
  if (member === "id" || rest.length > 0 || entity.sets.includes(member))
    return null;
  const schema = Object.hasOwn(entity.fields.shape, member)
    ? (entity.fields.shape[member] as z.ZodType)
    : null;
  if (!schema || item === undefined)
    return entity.maps.includes(member) ? null : schema;
  const record = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (
    !(record instanceof z.ZodRecord) ||
    !(record.keyType as z.ZodType).safeParse(item).success
  )
    return null;
  if (!entity.maps.includes(member) && inner !== undefined) return null;
  const value = record.valueType as z.ZodType;
  if (inner === undefined) return value.optional();
  return value instanceof z.ZodObject && Object.hasOwn(value.shape, inner)
    ? (value.shape[inner] as z.ZodType)
    : null;
}

/** `companyId` and `companyName` of a company are the server's too (TYP-2), but a person's are not: merge handles them. */
function isComputed(entity: EntityDefinition, member: string): boolean {
  return Object.hasOwn(entity.computed.shape, member);
}

function refusal(error: z.ZodError, path = ""): OpVerdict {
  const issue = error.issues[0];
  const where = [path, ...(issue?.path ?? [])]
    .filter((p) => p !== "")
    .join("/");
  const unstorable = issue?.message === "unstorable_character";
  return no(
    unstorable ? "unstorable_text" : "invalid_field",
    `${where}: ${issue?.message ?? "invalid"}`,
  );
}

function no(code: string, message: string): OpVerdict {
  return { ok: false, code, message: message.slice(0, 300) };
}
