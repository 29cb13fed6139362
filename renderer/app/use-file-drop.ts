import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { handOverFile } from "../ui/opened-files.ts";

/**
 * Files that are dropped where nothing else takes them go to the import page, as those opened with the app do. Nothing
 * of them is read here: the import's worker does that, piece by piece.
 */
export function useFileDrop(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const bringsFiles = (event: DragEvent) =>
      !event.defaultPrevented &&
      (event.dataTransfer?.types.includes("Files") ?? false);
    const over = (event: DragEvent) => {
      if (bringsFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      void navigate({ to: "/import" });
      for (const file of event.dataTransfer?.files ?? [])
        handOverFile({ name: file.name, content: file });
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [navigate]);
}
