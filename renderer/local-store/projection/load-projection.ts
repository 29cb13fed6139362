import type { BlobStore } from "./blob-store.ts";
import { giveBack } from "./columns/pack.ts";
import type { StoredRows } from "./messages.ts";
import { createProjection, type Projection } from "./projection.ts";

/** The projection as it was stored. */
export interface Loaded {
  readonly projection: Projection;
  /** What had changed since its parts were written; it is in the projection. */
  readonly beside: readonly StoredRows[];
  /** What was shown first is not asked any more. */
  readonly forgetList: () => void;
}

/**
 * Reads what is stored. The list is shown as soon as its part is there, and searched as soon as the index is; what cannot
 * be read, or does not belong together, counts as not stored.
 *
 * @param showList called with a projection that can list, and not yet search or tell figures
 * @param letSearch called when it can search its contacts
 */
export async function loadProjection(
  blobs: BlobStore,
  showList: (projection: Projection) => void,
  letSearch: () => void,
): Promise<Loaded | null> {
  const reading = blobs.read();
  try {
    const [contacts, overlay] = await Promise.all([
      reading.contacts,
      reading.overlay,
    ]);
    if (!contacts) return null;
    const beside = (overlay ?? []) as readonly StoredRows[];
    // Both change their columns, and may not be each other's.
    const copy = structuredClone(contacts);
    const list = createProjection({ contacts: copy });
    for (const rows of beside)
      if (rows.c === "contacts") list.applyStored(rows);
    showList(list);
    const index = await reading.index;
    if (!index) return null;
    list.loadIndex(index, beside);
    letSearch();
    const work = await reading.work;
    if (!work) return null;
    const projection = createProjection({ contacts, index, work });
    for (const rows of beside) projection.applyStored(rows);
    return { projection, beside, forgetList: () => giveBack(copy) };
  } catch {
    return null;
  }
}
