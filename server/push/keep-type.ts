import type { Op } from "../../shared/sync/protocol.ts";
import type { DocumentKey } from "../../shared/sync/reply.ts";
import { sameValue } from "../../shared/sync/to-ops.ts";
import type { GroupWork } from "./group-work.ts";
import { unseenBy } from "./unseen.ts";

type JSONType = Extract<Op, { k: "set" }>["f"][string][0];

const jsonOf = (value: unknown) => (value ?? null) as JSONType;

/**
 * TYP-5, TYP-6: a contact keeps its type when something was written with it, or somebody was taken on, by a person who
 * did not know of the change. What comes first stands against the change; what comes later takes it back, as a whole.
 */
export async function keepTypes(
  work: GroupWork,
  askedFor: ReadonlySet<string>,
): Promise<void> {
  if (work.trusted) return;
  for (const id of askedFor) {
    const key: DocumentKey = { c: "contacts", id };
    const now = work.deps.working.get(key)?.doc;
    const stamp = now?.stamps["type"];
    if (!now || !stamp || now.deleted) continue;
    const unseen = await unseenBy(work, key);
    const change = unseen.filter(
      (row) => row.stamp.h === stamp.h && row.stamp.d === stamp.d,
    );
    if (!change.some(({ path }) => path === "type")) continue;
    const stands = change.filter(({ path, to }) =>
      sameValue(now.v[path] ?? null, to ?? null),
    );
    const f = Object.fromEntries(
      stands.map(({ path, from, to }): [string, [JSONType, JSONType]] => [
        path,
        [jsonOf(to), jsonOf(from)],
      ]),
    );
    work.merge({ c: "contacts", id, k: "set", f }, work.deps.working.get(key));
    work.typesKept.add(id);
    const doc = work.deps.working.get(key)?.doc;
    if (!doc) continue;
    work.conflicts.push({
      doc,
      conflict: {
        ...{ path: "", base: null },
        winner: { value: "edited", stamp: { ...work.stamp(), r: doc.rev } },
        loser: { value: "retyped", stamp },
      },
    });
  }
}
