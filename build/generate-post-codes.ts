import { readFileSync, writeFileSync } from "node:fs";

/**
 * Makes `shared/directory/post-code-data.ts` from the official directory: one line a locality and post code,
 * `1630FRfBulle` = code, canton (`--` for Liechtenstein), language letter (`-` where several are official), name.
 *
 * The first line of a post code is its main locality: the one with the lowest additional digit, then the one that
 * gave the municipality its name, then the one that lies in most municipalities.
 */
const csv = new URL(
  "../shared/directory/data/post-codes-ch.csv",
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

interface Locality {
  readonly line: string;
  readonly digit: string;
  readonly postCode: string;
  readonly city: string;
  namesMunicipality: boolean;
  municipalities: number;
}

const localities = new Map<string, Locality>();
const rows = readFileSync(csv, "utf8")
  .replace(/^\uFEFF/, "")
  .trim();
for (const row of rows.split(/\r?\n/).slice(1)) {
  const [city = "", postCode = "", digit = "", municipality = "", , canton] =
    row.split(";");
  const letter = letters[row.split(";")[8] ?? ""];
  if (letter === undefined || !/^\d{4}$/.test(postCode)) {
    throw new Error(`Cannot read the line: ${row}`);
  }
  const key = `${postCode} ${city}`;
  const known = localities.get(key);
  if (known) {
    known.municipalities += 1;
    known.namesMunicipality ||= municipality === city;
  } else {
    localities.set(key, {
      line: `${postCode}${canton === "" ? "--" : canton}${letter}${city}`,
      digit,
      postCode,
      city,
      namesMunicipality: municipality === city,
      municipalities: 1,
    });
  }
}

const lines = [...localities.values()]
  .sort(
    (a, b) =>
      a.postCode.localeCompare(b.postCode) ||
      a.digit.localeCompare(b.digit) ||
      Number(b.namesMunicipality) - Number(a.namesMunicipality) ||
      b.municipalities - a.municipalities ||
      a.city.localeCompare(b.city, "de"),
  )
  .map((locality) => locality.line);

writeFileSync(
  target,
  `/**
 * Made by build/generate-post-codes.ts from the official directory of towns and cities, swisstopo (data/NOTICE.md).
 * ${lines.length} localities; do not edit.
 */
export const postCodeLines = \`${lines.join("\n")}\`;
`,
);
process.stderr.write(`${lines.length} localities\n`);
