import type { OpenedLink } from "../../shared/ipc/app.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";

/**
 * A file that the operating system opened, fetched piece by piece: each is handed to the browser's own storage before
 * the next comes, so the window is never held up by a large one. `unreadable` when it cannot be had to its end.
 */
export async function readOpenedFile(
  bridge: Pick<Bridge, "invoke">,
  { key, name, bytes }: Extract<OpenedLink, { kind: "file" }>,
): Promise<File | "unreadable"> {
  const pieces: Blob[] = [];
  for (let from = 0; from < bytes;) {
    const { piece } = await bridge
      .invoke("link/read", { key, from })
      .catch(() => ({ piece: null }));
    if (!piece || piece.length === 0) return "unreadable";
    pieces.push(new Blob([piece]));
    from += piece.length;
  }
  return new File(pieces, name);
}
