import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { handOverFile } from "../ui/opened-files.ts";

/** What fits in memory twice; the import page says so of a larger one. */
const MAX_BYTES = 512 * 1024 * 1024;

/**
 * A file that is dropped where nothing else takes it goes to the import page, as one opened with the app does. Several
 * at once only lead there, to be chosen one by one.
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
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (file && others.length === 0) void handOver(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("drop", drop);
    };
  }, [navigate]);
}

async function handOver(file: File): Promise<void> {
  const { name } = file;
  if (file.size > MAX_BYTES)
    return handOverFile({ name, content: "too-large" });
  const content = await file.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => "unreadable" as const,
  );
  handOverFile({ name, content });
}
