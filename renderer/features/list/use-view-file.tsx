import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { writeFile } from "../../platform/save-file.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import type { Views } from "./use-views.ts";
import { readViewFile, writeViewFile } from "./view-file.ts";

/** Hands views on as a file, and takes them from one; those that are there stay. */
export function useViewFile(views: Views) {
  const { t } = useTranslation();
  const { newId } = useSession();
  const notify = useNotify();
  const field = useRef<HTMLInputElement>(null);

  async function read(file: File): Promise<void> {
    const found = readViewFile(await file.text());
    if (!found) return notify({ text: t("list.viewsUnreadable") });
    let count = 0;
    for (const view of found)
      if (await views.save({ ...view, id: newId() })) count += 1;
    notify({ text: t("list.viewsImported", { count }) });
  }

  return {
    async exportViews(): Promise<void> {
      const text = writeViewFile(views.saved);
      const written = await writeFile("carnet-views.json", text);
      if (written === "failed") notify({ text: t("export.failed") });
    },
    chooseFile: () => field.current?.click(),
    input: (
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void read(file);
        }}
      />
    ),
  };
}
