import { bridge } from "./bridge.ts";

/** Asks where to, and writes `text` there. False when the person changed their mind or the disk refused. */
export async function saveFile(name: string, text: string): Promise<boolean> {
  return (await bridge.invoke("file/save", { name, text })).saved;
}
