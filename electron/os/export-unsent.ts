import type { JournalEntry } from "../../shared/ipc/journal.ts";
import type { ExportResult } from "../../shared/ipc/notebook.ts";
import { replaceFile } from "./durable-file.ts";

/**
 * Writes what nobody else has into a file that the person chooses, as JSON in clear: for another program or a later
 * version, when this one cannot send it.
 */
export async function exportUnsent(deps: {
  readonly entries: readonly JournalEntry[];
  /** Unix ms */
  readonly at: number;
  /** The file chosen, with `name` proposed; null = none. */
  readonly choose: (name: string) => Promise<string | null>;
}): Promise<ExportResult> {
  const exported = new Date(deps.at).toISOString();
  const file = await deps.choose(`carnet-${exported.slice(0, 10)}.json`);
  if (file === null) return { status: "canceled" };
  const content = { carnet: "unsent", exported, entries: deps.entries };
  try {
    await replaceFile(file, `${JSON.stringify(content, null, 2)}\n`);
    return { status: "saved", file };
  } catch {
    return { status: "failed" };
  }
}
