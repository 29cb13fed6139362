/** A sheet of labels, or an envelope with its one address; millimetres from the upper left corner of the paper. */
export interface LabelSheet {
  readonly page: { readonly width: number; readonly height: number };
  readonly columns: number;
  readonly rows: number;
  readonly label: { readonly width: number; readonly height: number };
  /** Of the first label. */
  readonly left: number;
  readonly top: number;
  /** From one label to the next. */
  readonly across: number;
  readonly down: number;
  /** Around the text of a label. */
  readonly padding: number;
}

const A4 = { width: 210, height: 297 };
const LETTER = { width: 215.9, height: 279.4 };

/** By the maker's drawings; envelopes with the window on the right, as Swiss Post wants the address. */
export const LABEL_SHEETS = {
  L7160: {
    ...{ page: A4, columns: 3, rows: 7, left: 7.21, top: 15.15 },
    ...{ label: { width: 63.5, height: 38.1 }, across: 66.04, down: 38.1 },
    padding: 4,
  },
  L7163: {
    ...{ page: A4, columns: 2, rows: 7, left: 4.67, top: 15.15 },
    ...{ label: { width: 99.1, height: 38.1 }, across: 101.6, down: 38.1 },
    padding: 5,
  },
  "5160": {
    ...{ page: LETTER, columns: 3, rows: 10, left: 4.76, top: 12.7 },
    ...{ label: { width: 66.68, height: 25.4 }, across: 69.85, down: 25.4 },
    padding: 3,
  },
  C5: {
    ...{ page: { width: 229, height: 162 }, columns: 1, rows: 1 },
    ...{ left: 119, top: 72, label: { width: 100, height: 45 } },
    ...{ across: 0, down: 0, padding: 0 },
  },
  DL: {
    ...{ page: { width: 220, height: 110 }, columns: 1, rows: 1 },
    ...{ left: 110, top: 45, label: { width: 100, height: 45 } },
    ...{ across: 0, down: 0, padding: 0 },
  },
} as const satisfies Readonly<Record<string, LabelSheet>>;
export type LabelSheetName = keyof typeof LABEL_SHEETS;

export interface LabelPlace {
  readonly left: number;
  readonly top: number;
}

/**
 * Where so many labels stand, page by page, from left to right and then down.
 *
 * @param first place of the first one, from 1: the labels before it have been used already
 */
export function labelPlaces(
  sheet: LabelSheet,
  count: number,
  first = 1,
): readonly (readonly LabelPlace[])[] {
  const { columns, rows, left, top, across, down } = sheet;
  const onPage = columns * rows;
  const used = Math.min(onPage, Math.max(1, Math.floor(first))) - 1;
  const pages: LabelPlace[][] = [];
  for (let i = used; i < used + count; i++) {
    const place = i % onPage;
    if (place === 0 || pages.length === 0) pages.push([]);
    pages.at(-1)?.push({
      left: millimetres(left + (place % columns) * across),
      top: millimetres(top + Math.floor(place / columns) * down),
    });
  }
  return pages;
}

function millimetres(value: number): number {
  return Math.round(value * 100) / 100;
}
