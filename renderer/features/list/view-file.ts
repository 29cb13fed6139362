import {
  readListView,
  type ListView,
} from "../../../shared/domain/list-view.ts";

const FORMAT = "carnet-views";
const NAME_MAX = 100;

export interface NamedView {
  readonly name: string;
  readonly view: ListView;
}

/** Views as a file that another notebook can read. */
export function writeViewFile(views: readonly NamedView[]): string {
  const kept = views.map(({ name, view }) => ({ name, view }));
  return JSON.stringify({ format: FORMAT, version: 1, views: kept }, null, 2);
}

/** The views of a file that this version understands; null when it holds none. */
export function readViewFile(text: string): readonly NamedView[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  const { format, views } = (file ?? {}) as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || !Array.isArray(views)) return null;
  const read = views.flatMap((one: unknown): NamedView[] => {
    const { name, view } = (one ?? {}) as Readonly<Record<string, unknown>>;
    const understood = readListView(view);
    if (typeof name !== "string" || name.trim() === "" || !understood)
      return [];
    return [{ name: name.trim().slice(0, NAME_MAX), view: understood }];
  });
  return read.length === 0 ? null : read;
}
