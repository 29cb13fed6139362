import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { pictureTaker } from "../ui/dropped-picture.ts";
import { handOverFile } from "../ui/opened-files.ts";

/** What letting go of what is held over the window would do. */
export type HeldFiles = "cards" | "picture" | null;

/**
 * Files that are dropped where nothing else takes them go to the import page, as those opened with the app do; one image
 * goes to the card that is open. Nothing of a file is read here: the import's worker does that, piece by piece.
 */
export function useFileDrop(whenFree: (run: () => void) => void): HeldFiles {
  const navigate = useNavigate();
  const [held, setHeld] = useState<HeldFiles>(null);
  useEffect(() => {
    const bringsFiles = (event: DragEvent) =>
      event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      // A place that takes files shows so itself.
      if (event.defaultPrevented) return setHeld(null);
      event.preventDefault();
      const picture = pictureTaker([...(event.dataTransfer?.items ?? [])]);
      setHeld(picture ? "picture" : "cards");
    };
    const leave = (event: DragEvent) => {
      // Out of the window, not from one element into the next.
      if (event.relatedTarget === null) setHeld(null);
    };
    const drop = (event: DragEvent) => {
      setHeld(null);
      if (event.defaultPrevented || !bringsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      whenFree(() => {
        const [first] = files;
        const picture = pictureTaker(files);
        if (first && picture) return picture(first);
        void navigate({ to: "/import" });
        for (const file of files)
          handOverFile({ name: file.name, content: file });
      });
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [navigate, whenFree]);
  return held;
}
