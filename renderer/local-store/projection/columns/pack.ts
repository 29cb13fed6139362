import type { Numbers } from "./numbers.ts";

/** What a structure is stored as: columns, and a little that is none. */
export interface Packed {
  readonly [part: string]: Numbers | Packed | Plain;
}
type Plain = string | number | boolean | null | readonly Plain[];

/**
 * A part of what was stored. Whoever makes a structure of it reads it with this, and not with a function of their own: a
 * function that names the whole keeps it, and with it the columns that have grown out of their memory since.
 */
export function partOf<T = Packed>(
  packed: Packed | undefined,
  name: string,
): T | undefined {
  return packed?.[name] as T | undefined;
}

const KINDS = {
  u8: Uint8Array,
  i8: Int8Array,
  u16: Uint16Array,
  i16: Int16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;
type Kind = keyof typeof KINDS;

/** Columns begin where every kind of number may begin. */
const STEP = 8;

/** One run of bytes: the length of the head, the head (JSON: names and places of the columns), the columns. */
export function toBytes(packed: Packed): Uint8Array<ArrayBuffer> {
  const columns: Numbers[] = [];
  let end = 0;
  const head = JSON.stringify(packed, (_name, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const column = value as Numbers;
    columns.push(column);
    const at = end;
    end += Math.ceil(column.byteLength / STEP) * STEP;
    return { kind: kindOf(column), at, length: column.length };
  });
  const text = new TextEncoder().encode(head);
  const from = Math.ceil((4 + text.length) / STEP) * STEP;
  const bytes = new Uint8Array(from + end);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, 4);
  let at = from;
  for (const column of columns) {
    const { buffer, byteOffset, byteLength } = column;
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += Math.ceil(byteLength / STEP) * STEP;
  }
  return bytes;
}

/**
 * Back again, each column in memory of its own: the memory of one that grows is given back, while that of all together
 * would stay for the sake of the others. Throws when the bytes are no such thing.
 */
export function fromBytes(bytes: Uint8Array<ArrayBuffer>): Packed {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const from = bytes.byteOffset + Math.ceil((4 + length) / STEP) * STEP;
  return JSON.parse(text, (_name, value: unknown) => {
    if (!isPlace(value)) return value;
    const Kind = KINDS[value.kind];
    return new Kind(bytes.buffer, from + value.at, value.length).slice();
  }) as Packed;
}

/**
 * Gives the memory of all columns back now: a worker at rest has no reason to look for what nobody needs any more. Whoever
 * still reads them finds them empty.
 */
export function giveBack(packed: Packed): void {
  for (const value of Object.values(packed)) {
    if (ArrayBuffer.isView(value)) {
      const buffer = value.buffer as ArrayBuffer;
      if (!buffer.detached) buffer.transfer(0);
    } else if (typeof value === "object" && !Array.isArray(value))
      giveBack((value ?? {}) as Packed);
  }
}

interface Place {
  readonly kind: Kind;
  readonly at: number;
  readonly length: number;
}

function isPlace(value: unknown): value is Place {
  return (
    typeof value === "object" &&
    value !== null &&
    "kind" in value &&
    "at" in value &&
    typeof value.kind === "string" &&
    Object.hasOwn(KINDS, value.kind)
  );
}

function kindOf(column: Numbers): Kind {
  for (const kind of Object.keys(KINDS) as Kind[])
    if (column instanceof KINDS[kind]) return kind;
  throw new Error("A column of no known kind");
}
