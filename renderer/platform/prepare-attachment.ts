import { PICTURE_MAX_PIXELS } from "../../shared/domain/picture.ts";
import { pictureSize } from "../../shared/domain/picture-size.ts";

/** Longest side of a photo that is attached, in pixels, and its quality (sync.md §9). */
const PHOTO_SIDE = 2048;
const QUALITY = 0.8;
const JPEG = "image/jpeg";

export interface Prepared {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * What is attached of a file: a photo as a JPEG of at most 2048 pixels, upright, without anything else that the file
 * says (place, camera); anything else as it is. Decoding and encoding are done beside the main thread.
 */
export async function prepareAttachment(
  file: File,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Prepared> {
  const as = { name: file.name, mime: file.type || "application/octet-stream" };
  const size = pictureSize(bytes);
  if (!size || size.width * size.height > PICTURE_MAX_PIXELS)
    return { ...as, bytes };
  const longest = Math.max(size.width, size.height);
  // A drawing or a screenshot that is small enough stays as sharp as it is; a photo says where it was taken.
  if (longest <= PHOTO_SIDE && as.mime !== JPEG) return { ...as, bytes };
  const photo = await encoded(bytes, Math.min(1, PHOTO_SIDE / longest));
  if (!photo) return { ...as, bytes };
  const name = as.name.replace(/\.[^.]*$/, "");
  return { name: `${name}.jpg`, mime: JPEG, bytes: photo };
}

async function encoded(
  bytes: Uint8Array<ArrayBuffer>,
  scale: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const source = new Blob([bytes]);
  try {
    // Decoded once for what it measures when it stands upright.
    const upright = await createImageBitmap(source);
    const width = Math.max(1, Math.round(upright.width * scale));
    upright.close();
    const image = await createImageBitmap(source, {
      resizeWidth: width,
      resizeQuality: "high",
    });
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(image);
    const blob = await canvas.convertToBlob({ type: JPEG, quality: QUALITY });
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    // What the window cannot decode is attached as it is.
    return null;
  }
}
