import {
  PICTURE_MAX_PIXELS,
  PICTURE_SIDE,
  type ReducedPicture,
} from "../../shared/domain/picture.ts";
import { THUMB_MAX_BYTES } from "../../shared/entities/file.ts";
import { pictureSize } from "../../shared/domain/picture-size.ts";

/** From the finest to what fits in any case. */
const SIDES = [PICTURE_SIDE, 128, 96, 64];
const QUALITIES = [0.8, 0.65, 0.5];
/** A picture that is so many times too long does not fit with a lower quality either: it has to be smaller. */
const HOPELESS = 1.8;
const MIME = "image/jpeg";

/**
 * Decodes a picture and makes a JPEG of at most 192 pixels and 8 KB of it, upright, without anything else that the
 * file says (place, camera). Null when it cannot be decoded, or is far too large. Works in windows and in workers.
 */
export async function reducePicture(
  file: Uint8Array<ArrayBuffer>,
): Promise<ReducedPicture | null> {
  const size = pictureSize(file);
  if (!size || size.width * size.height > PICTURE_MAX_PIXELS) return null;
  const image = await createImageBitmap(new Blob([file])).catch(() => null);
  if (!image) return null;
  try {
    for (const side of SIDES) {
      const canvas = draw(image, side);
      for (const quality of QUALITIES) {
        const blob = await canvas.convertToBlob({ type: MIME, quality });
        if (blob.size <= THUMB_MAX_BYTES) {
          return await described(new Uint8Array(await blob.arrayBuffer()));
        }
        if (blob.size > THUMB_MAX_BYTES * HOPELESS) break;
      }
    }
    return null;
  } catch {
    // Some pictures are only found out when they are drawn.
    return null;
  } finally {
    image.close();
  }
}

function draw(image: ImageBitmap, side: number): OffscreenCanvas {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is no canvas.");
  // JPEG has no transparency; a logo drawn on nothing would stand on black.
  context.fillStyle = "white";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

async function described(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReducedPicture> {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return {
    mime: MIME,
    bytes: bytes.length,
    sha256: [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join(""),
    thumb: btoa(String.fromCharCode(...bytes)),
  };
}
