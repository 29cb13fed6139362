import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import type { OpenedLink } from "../../shared/ipc/app.ts";
import { bridge } from "../platform/bridge.ts";
import { readOpenedFile } from "../platform/read-opened-file.ts";
import { handOverBackup } from "../ui/opened-backup.ts";
import { handOverFile } from "../ui/opened-files.ts";
import { isDialogInFront } from "./use-when-free.ts";

/**
 * Opens what the operating system asks for: now what came before the notebook was open, then what comes. A contact that
 * is not here gets the card page's own words for that, a file the import page's.
 */
export function useLinks(
  whenFree: (run: () => void) => void,
  openTask: (id: string) => void,
  logVisit: () => void,
): void {
  const navigate = useNavigate();
  useEffect(() => {
    const open = async (link: OpenedLink) => {
      switch (link.kind) {
        case "contact":
          return void navigate({
            to: "/contacts/$id",
            params: { id: link.id },
          });
        case "task":
          if (link.id === null) return void navigate({ to: "/tasks" });
          return openTask(link.id);
        case "visit":
          return logVisit();
        case "file":
          void navigate({ to: "/import" });
          return handOverFile({
            name: link.name,
            content: await readOpenedFile(bridge, link),
          });
        case "backup": {
          const { key, name, bytes } = link;
          handOverBackup({ key, name, bytes });
          return void navigate({ to: "/backup" });
        }
        case "unread-file":
          void navigate({ to: "/import" });
          return handOverFile({ name: link.name, content: link.reason });
      }
    };
    // In the order in which they came.
    const openAll = async (all: readonly OpenedLink[]) => {
      for (const link of all) await open(link);
    };
    const take = () =>
      void bridge.invoke("link/take", undefined).then((all) => {
        // One who is writing already goes on in what is open.
        const asked = isDialogInFront()
          ? all.filter(({ kind }) => kind !== "visit")
          : all;
        if (asked.length > 0) whenFree(() => void openAll(asked));
      });
    take();
    return bridge.on("link/waiting", take);
  }, [navigate, whenFree, openTask, logVisit]);
}
