import { bridge } from "./bridge.ts";

/** Asks where to, and writes `text` there. False when the person changed their mind or the disk refused. */
export async function saveFile(name: string, text: string): Promise<boolean> {
  return (await bridge.invoke("file/save", { name, content: text })).saved;
}

/** As `saveFile`, and tells the two apart. */
export async function writeFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<"saved" | "canceled" | "failed"> {
  return outcome(await bridge.invoke("file/save", { name, content }));
}

/** What the page shows on paper, as a PDF. */
export async function savePdf(
  name: string,
): Promise<"saved" | "canceled" | "failed"> {
  return outcome(await bridge.invoke("page/save-pdf", { name }));
}

/** The system's print dialog for what the page shows on paper. */
export async function printPage(): Promise<void> {
  await bridge.invoke("page/print", undefined);
}

function outcome(written: { saved: boolean; failed?: boolean | undefined }) {
  if (written.saved) return "saved";
  return written.failed ? "failed" : "canceled";
}
