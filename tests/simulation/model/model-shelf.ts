import { createHash } from "node:crypto";
import type { UploadShelf } from "../../../shared/sync/upload-queue.ts";
import type { ModelDisk, Shelved } from "./model-disk.ts";
import type { StoreEffect } from "./model-tables.ts";

/** The file shelf on a model of its disk: each step happens whole or not at all, and a crash may come before any. */
export interface ModelShelf extends UploadShelf {
  add(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export const sha256Of = (bytes: Uint8Array) =>
  createHash("sha256").update(bytes).digest("hex");

export function createModelShelf(
  disk: ModelDisk,
  effect: StoreEffect,
  now: () => number,
): ModelShelf {
  const namesIn = (place: Shelved["place"], sinceMs = -Infinity) =>
    [...disk.shelf]
      .filter(([, file]) => file.place === place && file.sinceMs >= sinceMs)
      .toSorted(([, a], [, b]) => a.sinceMs - b.sinceMs)
      .map(([name]) => name);
  const put = (
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    place: Shelved["place"],
  ) => disk.shelf.set(name, { bytes, place, sinceMs: now() });
  const move = (name: string, to: Shelved["place"]) => () => {
    const file = disk.shelf.get(name);
    if (file && file.place !== to) put(name, file.bytes, to);
  };
  return {
    add: (bytes) =>
      effect("shelve", () => {
        const name = sha256Of(bytes);
        if (disk.shelf.get(name)?.place !== "waiting")
          put(name, bytes, "waiting");
      }),
    waiting: () => effect("list waiting", () => namesIn("waiting")),
    refusedOnes: () => effect("list refused", () => namesIn("refused")),
    sentSince: (sinceMs) => effect("list sent", () => namesIn("sent", sinceMs)),
    open: (name) =>
      effect("open file", () => disk.shelf.get(name)?.bytes ?? null),
    sent: (name) => effect("file sent", move(name, "sent")),
    refused: (name) => effect("file refused", move(name, "refused")),
  };
}
