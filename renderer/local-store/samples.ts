import { namedId } from "../../shared/domain/named-id.ts";
import type { Change } from "../../shared/domain/change.ts";
import type { Draft } from "../../shared/entities/draft.ts";
import type { CollectionName } from "../../shared/entities/registry.ts";
import type { Envelope } from "../../shared/sync/protocol.ts";
import type { Replica } from "../../shared/sync/ports.ts";
import type { Arrange } from "./arrange.ts";
import type { PendingEntries } from "./pending-entries.ts";
import type { Save, Store } from "./store.ts";

/** As what a server would have said, of a server that does not exist: so none of it is ever sent. */
const EPOCH = "samples";
const FORM = "samples";
const ID = namedId("draft/samples");

/** A company to try the notebook with. It is in the readable copy only, never in the journal. */
export interface Samples {
  present(): Promise<boolean>;
  fill(
    documents: readonly {
      readonly c: CollectionName;
      readonly v: { readonly id: string };
    }[],
  ): Promise<void>;
  /** Entries of the person's own about them, which go with them. */
  own(): Promise<number>;
  /** Takes away exactly those, and what was entered about them. */
  remove(): Promise<void>;
}

export function createSamples(deps: {
  readonly store: Pick<Store, "get">;
  readonly replica: Replica;
  readonly pending: Pick<PendingEntries, "pendingEntries" | "heldEntries">;
  readonly arrange: Arrange;
  readonly save: Save;
  readonly now: () => number;
}): Samples {
  const { store, replica, pending } = deps;

  async function mark(is: boolean): Promise<void> {
    const before = await store.get("drafts", ID);
    const after: Draft | null = is
      ? {
          ...{ id: ID, form: FORM, value: {} },
          savedAt: new Date(deps.now()).toISOString(),
        }
      : null;
    if (before === null && after === null) return;
    const change: Change = { c: "drafts", id: ID, before, after };
    await deps.save("action.draft", [change]);
  }
  const present = async () => (await store.get("drafts", ID)) !== null;

  async function samples() {
    const all = await replica.heldBeside(() => false);
    return all.filter(({ epoch }) => epoch === EPOCH);
  }
  /** Intentions that speak of a sample. */
  function about(ids: ReadonlySet<string>): readonly string[] {
    const isAbout = (value: unknown): boolean =>
      typeof value === "string" && ids.has(value);
    return [...pending.pendingEntries(), ...pending.heldEntries()]
      .filter(({ ops }) =>
        ops.some(
          (op) =>
            ids.has(op.id) ||
            (op.k === "ins" && REFERENCES.some((name) => isAbout(op.v[name]))),
        ),
      )
      .map(({ m }) => m);
  }

  return {
    present,
    async fill(documents) {
      // Before them: what a kill leaves can be taken away again.
      await mark(true);
      const docs = documents.map(({ c, v }, i): Envelope => ({
        ...{ c, id: v.id, seq: i + 1, rev: 1, deleted: false },
        v: v as unknown as Envelope["v"],
      }));
      await replica.applyServer(EPOCH, docs, 0);
      await replica.barrier();
    },
    async own() {
      const ids = new Set((await samples()).map(({ id }) => id));
      return about(ids).length;
    },
    async remove() {
      if (!(await present())) return;
      const all = await samples();
      const ms = about(new Set(all.map(({ id }) => id)));
      if (ms.length > 0) await deps.arrange({ do: "discard", ms: [...ms] });
      await replica.removeUnknown(
        all.map(({ c, id }) => ({ c, id })),
        0,
      );
      await mark(false);
    },
  };
}

const REFERENCES = ["contactId", "companyId", "interactionId", "opportunityId"];
