import { ownSalesperson } from "../../../shared/domain/own-salesperson.ts";
import { findCode } from "../../../shared/domain/starter-codes.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useLive } from "../../local-store/use-live.ts";

/** Who has a notebook to themselves, once they have said so; kept current. */
export function useOwnSalesperson(alone: boolean) {
  const live = useLive({
    key: `own-salesperson/${String(alone)}`,
    collections: alone ? ["settings", "codes"] : [],
    async read(store) {
      if (!alone) return null;
      const [setting, codes] = await Promise.all([
        readMarketing(store),
        store.all("codes", 5_000),
      ]);
      return ownSalesperson(setting, (code) =>
        findCode("salesperson", code, codes),
      );
    },
  });
  return live.status === "ready" ? live.value : null;
}
