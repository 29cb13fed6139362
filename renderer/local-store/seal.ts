const NONCE_BYTES = 12;
const STEP = 8192;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Turns the hidden part of a document into the one text field `d`, and back; of many together, into bytes. */
export interface Codec {
  close(text: string, id: string): Promise<string>;
  /** Rejects when the text was changed, or belongs to another document. */
  open(d: string, id: string): Promise<string>;
  closeBytes(text: string, id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** As `open`. */
  openBytes(sealed: Uint8Array<ArrayBuffer>, id: string): Promise<string>;
  /** Told when the disk has given back what nobody can read. */
  readonly onUnreadable?: () => void;
}

/**
 * AES-256-GCM with a fresh nonce for each writing. The document's id is bound in, so that two sealed documents cannot
 * be swapped for one another. `d` has one character per byte: RxDB's Dexie storage rebuilds every object member by
 * member and would turn a byte array into a plain object.
 *
 * @param rawKey 32 bytes; the caller may wipe them afterwards.
 */
export async function createSealingCodec(
  rawKey: Uint8Array<ArrayBuffer>,
): Promise<Codec> {
  const key = await crypto.subtle.importKey("raw", rawKey, "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  const algorithm = (iv: Uint8Array<ArrayBuffer>, id: string) => ({
    name: "AES-GCM",
    iv,
    additionalData: encoder.encode(id),
  });
  const nextNonce = createNonces();
  const closeBytes: Codec["closeBytes"] = async (text, id) => {
    const nonce = nextNonce();
    const sealed = await crypto.subtle.encrypt(
      algorithm(nonce, id),
      key,
      encoder.encode(text),
    );
    const bytes = new Uint8Array(NONCE_BYTES + sealed.byteLength);
    bytes.set(nonce);
    bytes.set(new Uint8Array(sealed), NONCE_BYTES);
    return bytes;
  };
  const openBytes: Codec["openBytes"] = async (bytes, id) => {
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const plain = await crypto.subtle.decrypt(
      algorithm(nonce, id),
      key,
      bytes.subarray(NONCE_BYTES),
    );
    return decoder.decode(plain);
  };
  return {
    closeBytes,
    openBytes,
    close: async (text, id) => toOneByteText(await closeBytes(text, id)),
    open: (d, id) => openBytes(fromOneByteText(d), id),
  };
}

/** Fresh random bytes each time; fetched for many at once, since the asking costs more than the bytes. */
function createNonces(): () => Uint8Array<ArrayBuffer> {
  const pool = new Uint8Array(NONCE_BYTES * 1024);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      crypto.getRandomValues(pool);
      used = 0;
    }
    used += NONCE_BYTES;
    return pool.slice(used - NONCE_BYTES, used);
  };
}

/** The same layout in clear, for the build that measures what sealing costs and proves that it is there. */
export const clearCodec: Codec = {
  close: async (text) => text,
  open: async (d) => d,
  closeBytes: async (text) => encoder.encode(text),
  openBytes: async (bytes) => decoder.decode(bytes),
};

function toOneByteText(bytes: Uint8Array): string {
  // What is one string from the start need not be put together when it is written.
  if (bytes.length <= STEP)
    return Reflect.apply(String.fromCharCode, null, bytes);
  let text = "";
  for (let i = 0; i < bytes.length; i += STEP)
    // Spreading the bytes would walk them by their iterator, at eight times the price.
    text += Reflect.apply(
      String.fromCharCode,
      null,
      bytes.subarray(i, i + STEP),
    );
  return text;
}

function fromOneByteText(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
