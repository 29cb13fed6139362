import { entityOf, type CollectionName } from "../entities/registry.ts";
import { mergeLines } from "../core/line-merge.ts";
import type { EntityDefinition } from "../entities/define-entity.ts";
import { isLongText } from "../entities/is-long-text.ts";
import type { Change } from "../domain/change.ts";
import type { Op } from "./protocol.ts";
import { toOps } from "./to-ops.ts";

/** A member that is another than before; `path` as in an operation, or `set/ELEMENT`; null = absent. */
export interface Merged {
  readonly path: string;
  readonly before: Json;
  readonly after: Json;
}

type Row = Readonly<Record<string, unknown>>;
type Json = Extract<Op, { k: "ins" }>["v"][string];

/** Given by the server or following other members: no person's change. */
const FOLLOWING = new Set([
  "no",
  "companyName",
  "aliases",
  "searchName",
  "businessRelation",
]);

/**
 * What is different in `after` and not by this device's own doing: to be told when the document also carries work of
 * its own that a person typed. What both wrote is a conflict, which is told elsewhere, unless it is a text in which
 * they changed different lines.
 *
 * @param own operations on the document that the server had not acknowledged before
 */
export function mergedFields(
  c: CollectionName,
  id: string,
  before: Row,
  after: Row,
  own: readonly Op[],
): readonly Merged[] {
  if (!own.some(({ k, o }) => k !== "ins" && (o ?? "typed") === "typed"))
    return [];
  const mine = new Set(own.flatMap(pathsOf));
  const entity = entityOf(c);
  return toOps({ c, id, before, after } as unknown as Change, 0)
    .flatMap(changesOf)
    .filter((one) => {
      const { path } = one;
      if (isJoined(entity, one, own)) return true;
      const [member = "", item = ""] = path.split("/");
      return (
        !FOLLOWING.has(member) &&
        !Object.hasOwn(entity.computed.shape, member) &&
        !mine.has(path) &&
        !mine.has(`${member}/${item}`)
      );
    });
}

/** A text that has lines of somebody else now, and still all that was changed here. */
function isJoined(
  entity: EntityDefinition,
  { path, before, after }: Merged,
  own: readonly Op[],
): boolean {
  if (!isLongText(entity, path)) return false;
  const edit = own.find((op) => op.k === "set" && Object.hasOwn(op.f, path));
  const [base] = (edit?.k === "set" && edit.f[path]) || [];
  const texts = [base, after, before];
  if (!texts.every((text) => typeof text === "string")) return false;
  const [from = "", now = "", mine = ""] = texts;
  return mergeLines(from, now, mine) === now;
}

function pathsOf(op: Op): readonly string[] {
  if (op.k === "set") return Object.keys(op.f);
  return op.k === "add" || op.k === "rem"
    ? op.e.map((e) => `${op.f}/${e}`)
    : [];
}

function changesOf(op: Op): readonly Merged[] {
  if (op.k === "set")
    return Object.entries(op.f).map(([path, [before, after]]) => ({
      ...{ path, before, after },
    }));
  if (op.k !== "add" && op.k !== "rem") return [];
  return op.e.map((e) => ({
    path: `${op.f}/${e}`,
    before: op.k === "rem" ? e : null,
    after: op.k === "add" ? e : null,
  }));
}
