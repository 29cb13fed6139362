/** The page's own messages to the store worker; all others are RxDB's. */
export type ToStoreWorker =
  | {
      readonly kind: "configure";
      /** 32 bytes; not used in a build without sealing. */
      readonly key: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: "projection"; readonly port: MessagePort };

export function isOwnMessage(message: object): message is ToStoreWorker {
  return "kind" in message;
}

/** Asked through RxDB's custom request: the highest `_meta.lwt` that any collection holds; 0 = none. */
export const HIGHEST_WRITE_TIME = "highest-write-time";
