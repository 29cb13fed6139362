/** Width and height that a picture declares in its first bytes; null when it is no JPEG, PNG, GIF, BMP or WebP. */
export function pictureSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (...start: readonly number[]) =>
    start.every((byte, i) => bytes[i] === byte);
  if (starts(0xff, 0xd8, 0xff)) return jpegSize(view);
  if (view.byteLength < 30) return null;
  if (starts(0x89, 0x50, 0x4e, 0x47))
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (starts(0x47, 0x49, 0x46, 0x38))
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (starts(0x42, 0x4d))
    return {
      width: Math.abs(view.getInt32(18, true)),
      height: Math.abs(view.getInt32(22, true)),
    };
  return starts(0x52, 0x49, 0x46, 0x46) ? webpSize(view) : null;
}

/** The frame header (SOF0 to SOF15, without the three that are none) stands behind segments of known length. */
function jpegSize(view: DataView) {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpSize(view: DataView) {
  const form = String.fromCharCode(
    view.getUint8(12),
    view.getUint8(13),
    view.getUint8(14),
    view.getUint8(15),
  );
  const low24 = (at: number) =>
    view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_0000;
  if (form === "VP8X") return { width: low24(24) + 1, height: low24(27) + 1 };
  if (form === "VP8L") {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return form === "VP8 "
    ? {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      }
    : null;
}
