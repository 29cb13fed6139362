import { readFileSync, writeFileSync } from "node:fs";

/**
 * Makes `shared/directory/post-code-data.ts` from the official directory: one line a locality and post code,
 * `1630FRfBulle` = code, canton (`--` for Liechtenstein), language letter (`-` where several are official), name.
 *
 * `locality-point-data.ts` says in the same order where they lie.
 *
 * The first line of a post code is its main locality: the one with the lowest additional digit, then the one that
 * gave the municipality its name, then the one that lies in most municipalities.
 */
const csv = new URL(
  "../shared/directory/data/post-codes-ch.csv",
  import.meta.url,
);
const pointsTarget = new URL(
  "../shared/directory/locality-point-data.ts",
  import.meta.url,
);
const target = new URL(
  "../shared/directory/post-code-data.ts",
  import.meta.url,
);

const letters: Readonly<Record<string, string>> = {
  de: "d",
  fr: "f",
  it: "i",
  rm: "r",
  multiple: "-",
};

interface Row {
  readonly city: string;
  readonly postCode: string;
  readonly digit: string;
  readonly municipality: string;
  /** Canton and language letter. */
  readonly place: string;
  /** `46.619 7.057`: latitude and longitude (WGS84) to about 100 m. */
  readonly point: string;
}

const localities = new Map<string, Row[]>();
const text = readFileSync(csv, "utf8")
  .replace(/^\uFEFF/, "")
  .trim();
for (const line of text.split(/\r?\n/).slice(1)) {
  const cells = line.split(";");
  const [city = "", postCode = "", digit = "", municipality = ""] = cells;
  const letter = letters[cells[8] ?? ""];
  if (letter === undefined || !/^\d{4}$/.test(postCode)) {
    throw new Error(`Cannot read the line: ${line}`);
  }
  const place = `${cells[5] || "--"}${letter}`;
  const key = `${postCode} ${city}`;
  const point = [cells[7], cells[6]]
    .map((degrees) => Number(degrees).toFixed(3))
    .join(" ");
  const row: Row = { city, postCode, digit, municipality, place, point };
  localities.set(key, [...(localities.get(key) ?? []), row]);
}

/** `Renan BE` lies in the municipality of `Renan (BE)`: the same name, with its canton where there are two. */
function plain(name: string): string {
  return name.replace(/[()]/g, "");
}

/** The row of the municipality that bears the locality's name: a locality may reach over a border of cantons. */
function namesake(rows: readonly Row[]): Row | undefined {
  return rows.find(
    ({ city, municipality }) => plain(municipality) === plain(city),
  );
}

/** Canton and language: those that the name says (`Au TG`), the namesake's, or what most municipalities say. */
function placeOf(rows: readonly Row[]): string {
  const suffix = / ([A-Z]{2})$/.exec(rows[0]?.city ?? "")?.[1];
  const named = rows.find((row) => row.place.slice(0, 2) === suffix);
  const count = (place: string) =>
    rows.filter((row) => row.place === place).length;
  const most = rows.map((row) => row.place).sort((a, b) => count(b) - count(a));
  return (named ?? namesake(rows))?.place ?? most[0] ?? "";
}

const sorted = [...localities.values()]
  .map((rows) => ({
    postCode: rows[0]?.postCode ?? "",
    digit: rows.map((row) => row.digit).sort()[0] ?? "",
    isNamesake: namesake(rows) !== undefined,
    municipalities: rows.length,
    city: rows[0]?.city ?? "",
    place: placeOf(rows),
    point: (namesake(rows) ?? rows[0])?.point ?? "",
  }))
  .sort(
    (a, b) =>
      a.postCode.localeCompare(b.postCode) ||
      a.digit.localeCompare(b.digit) ||
      Number(b.isNamesake) - Number(a.isNamesake) ||
      b.municipalities - a.municipalities ||
      a.city.localeCompare(b.city, "de"),
  );
const lines = sorted.map(
  ({ postCode, place, city }) => postCode + place + city,
);

writeFileSync(
  target,
  `/**
 * Made by build/generate-post-codes.ts from the official directory of towns and cities, swisstopo (data/NOTICE.md).
 * ${lines.length} localities; do not edit.
 */
export const postCodeLines = \`${lines.join("\n")}\`;
`,
);
writeFileSync(
  pointsTarget,
  `/**
 * Where each line of post-code-data.ts lies: latitude and longitude (WGS84). Made with it; do not edit.
 */
export const localityPointLines = \`${sorted.map(({ point }) => point).join("\n")}\`;
`,
);
process.stderr.write(`${lines.length} localities\n`);
