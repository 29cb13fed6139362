const MOST = 64 * 1024 * 1024;

/** Undoes Snappy's compression; what comes behind is left alone. Throws on anything else. */
export function unsnappy(bytes: Buffer): Buffer {
  let at = 0;
  let size = 0;
  for (let shift = 1; ; shift *= 128) {
    const byte = next();
    size += (byte & 127) * shift;
    if (byte < 128) break;
  }
  if (size > MOST) throw new Error("too much");
  const out = Buffer.alloc(size);
  let end = 0;
  while (end < size) {
    const tag = next();
    if ((tag & 3) === 0) {
      const short = tag >> 2;
      const length = short < 60 ? short + 1 : number(short - 59) + 1;
      if (at + length > bytes.length || end + length > size)
        throw new Error("cut short");
      bytes.copy(out, end, at, at + length);
      at += length;
      end += length;
    } else copy(tag);
  }
  return out;

  function copy(tag: number): void {
    const kind = tag & 3;
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back =
      kind === 1 ? ((tag >> 5) << 8) | next() : number(kind === 2 ? 2 : 4);
    if (back === 0 || back > end || end + length > size)
      throw new Error("no such place");
    // Byte by byte: a copy may reach into what it has just written.
    for (let i = 0; i < length; i++, end++) out[end] = out[end - back] ?? 0;
  }

  function next(): number {
    const byte = bytes[at++];
    if (byte === undefined) throw new Error("cut short");
    return byte;
  }

  function number(length: number): number {
    let value = 0;
    for (let i = 0; i < length; i++) value += next() * 256 ** i;
    return value;
  }
}
