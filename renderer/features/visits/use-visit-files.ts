import { useEffect, useMemo, useState } from "react";
import { attachmentsByVisit } from "../../../shared/domain/attachment.ts";
import type { FileInfo } from "../../../shared/entities/file.ts";
import type { Output } from "../../../shared/ipc/contract.ts";
import { useLive } from "../../local-store/use-live.ts";
import { bridge } from "../../platform/bridge.ts";

/** Of one contact. */
const MOST = 500;

export type Standing = Output<"files/standing">["standing"];

export interface FilesOfVisits {
  readonly byVisit: ReadonlyMap<string, readonly FileInfo[]>;
  /** By hash; what is not asked about yet is missing. */
  readonly standing: Standing;
}

const NONE: ReadonlyMap<string, readonly FileInfo[]> = new Map();

/** The photos and files of the visits of these contacts; kept current. */
export function useVisitFiles(contactIds: readonly string[]): FilesOfVisits {
  const live = useLive({
    key: `visit-files/${contactIds.join()}`,
    collections: ["files"],
    async read(store) {
      const found: FileInfo[] = [];
      for (const id of contactIds)
        found.push(...(await store.byContact("files", id, MOST)));
      return found.length === 0 ? NONE : attachmentsByVisit(found);
    },
  });
  const byVisit = live.status === "ready" ? live.value : NONE;
  const standing = useStanding(byVisit);
  return useMemo(() => ({ byVisit, standing }), [byVisit, standing]);
}

/** A file goes out without anything on the screen changing: asked again while some wait. */
const AGAIN_MS = 4_000;
/** In one request. */
const ASKED = 500;

function useStanding(byVisit: FilesOfVisits["byVisit"]): Standing {
  const [standing, setStanding] = useState<Standing>({});
  useEffect(() => {
    const hashes = [...byVisit.values()].flat().map(({ sha256 }) => sha256);
    if (hashes.length === 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current = true;
    const ask = async () => {
      const asked = { hashes: [...new Set(hashes)].slice(0, ASKED) };
      const answer = await bridge.invoke("files/standing", asked);
      if (!current) return;
      setStanding(answer.standing);
      if (Object.values(answer.standing).includes("waiting"))
        timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [byVisit]);
  return standing;
}
