import {
  carriersOf,
  codeUse,
  type Carrier,
  type CodeUse,
} from "../../../shared/domain/code-uses.ts";
import type { CodeKind } from "../../../shared/entities/code.ts";
import type { Documents } from "../../../shared/entities/registry.ts";
import type { Store } from "../../local-store/store.ts";

const AT_ONCE = 500;

export interface Found {
  readonly c: Carrier;
  readonly document: Documents[Carrier];
  readonly use: CodeUse;
}

/** Documents beside contacts that name a code, in portions; `onProgress` hears how many were looked at, and of how many. */
export async function* workWith(
  store: Store,
  kind: CodeKind,
  code: string,
  onProgress: (done: number, of: number) => void = () => {},
): AsyncGenerator<readonly Found[]> {
  const carriers = carriersOf(kind);
  if (carriers.length === 0) return;
  const counts = await store.counts();
  const of = carriers.reduce((sum, c) => sum + counts[c], 0);
  let done = 0;
  for (const c of carriers) {
    for (let after = ""; ;) {
      const page = await store.page(c, after, AT_ONCE);
      const last = page.at(-1);
      if (!last) break;
      after = last.id;
      const found = page.flatMap((document): Found[] => {
        const use = codeUse(c, document, kind, code);
        return use ? [{ c, document, use }] : [];
      });
      if (found.length > 0) yield found;
      done += page.length;
      onProgress(Math.min(done, of), of);
    }
  }
}
