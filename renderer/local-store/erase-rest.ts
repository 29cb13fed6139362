import { collectionNames } from "../../shared/entities/registry.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { ErasureState } from "../../shared/ipc/erasures.ts";
import { shelveTheRest, unshelveTheRest } from "./kept-drafts.ts";
import type { Store } from "./store.ts";

const PAGE = 500;

interface Parts {
  readonly bridge: Pick<Bridge, "invoke">;
  readonly store: Store;
}

/**
 * PRV-5: bytes of what was erased may still lie in the files of the readable copy, which only gives them free. So it is
 * made anew: what the server has confirmed comes back from a snapshot of now, what is unsent from the journal, and what is
 * this device's own from the shelf of drafts. The page is loaded again. False = not now.
 */
export async function rebuildErased(
  parts: Parts & {
    readonly settled: () => Promise<void>;
    readonly takeSnapshot: () => Promise<boolean>;
  },
): Promise<boolean> {
  const { bridge } = parts;
  await parts.settled();
  await shelveTheRest(parts);
  if (!(await parts.takeSnapshot())) return false;
  await bridge.invoke("erasures/rebuild", undefined);
  return true;
}

/**
 * In the copy that was made anew, and in everything else that can be opened here, looks for what was erased, says what it
 * has found and forgets what it looked for.
 */
export async function reportErased(parts: Parts): Promise<ErasureState> {
  const { bridge, store } = parts;
  const { needles, ids, files, searched } = await bridge.invoke(
    "erasures/search",
    undefined,
  );
  const texts = needles.map((needle) => JSON.stringify(needle).slice(1, -1));
  const mentions = new Set<string>();
  let looked = searched;
  for (const c of collectionNames)
    for (let after = ""; ;) {
      const page = await store.page(c, after, PAGE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      looked += page.length;
      for (const document of page) {
        const text = JSON.stringify(document);
        if (texts.some((one) => text.includes(one))) mentions.add(document.id);
      }
    }
  const leftovers = ids.filter((id) => !mentions.has(id)).length + files;
  await unshelveTheRest(bridge);
  return bridge.invoke("erasures/report", {
    ...{ searched: looked, mentions: mentions.size, leftovers },
  });
}
