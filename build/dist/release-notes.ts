import type { UpdateFeed } from "../../shared/ipc/updates.ts";

const NOTES_MAX = 20_000;

/**
 * What CHANGELOG.md says of a version, without its headings; of one that is still to be released what stands first. Cut
 * at the end of an item where it is longer than a feed may be.
 */
export function releaseNotes(changelog: string, version: string): string {
  const plain = version.replace(/-dev$/, "");
  const sections = changelog.split(/^## /m).slice(1);
  const own = sections.find((text) => text.split(/\s/)[0] === plain);
  const lines = (own ?? sections[0] ?? "")
    .split("\n")
    .slice(1)
    .filter((line) => !line.startsWith("#"));
  const text = lines.join("\n").trim();
  if (text.length <= NOTES_MAX) return text;
  return text.slice(0, text.lastIndexOf("\n- ", NOTES_MAX));
}

/** `news.0_1.3`, by key: what the app itself says of its versions, in one language. */
type Texts = Readonly<Record<string, string>>;

/**
 * What is told of a version before it is installed, in each language: the same as the app says of it afterwards. A version
 * that only mends, or that the app has no words for, is told of by the change log, in English.
 */
export function notesByLanguage(order: {
  readonly changelog: string;
  readonly version: string;
  readonly texts: Readonly<Record<keyof UpdateFeed["notes"], Texts>>;
}): UpdateFeed["notes"] {
  const { changelog, version, texts } = order;
  const [major, minor, patch] = version.replace(/-dev$/, "").split(".");
  const notesIn = (language: Texts) =>
    Object.entries(language)
      .filter(([key]) => key.startsWith(`news.${major}_${minor}.`))
      .map(([, text]) => `- ${text}`)
      .join("\n");
  const en = patch === "0" ? notesIn(texts.en) : "";
  if (en === "") return { en: releaseNotes(changelog, version) };
  return {
    en,
    "fr-CH": notesIn(texts["fr-CH"]),
    "de-CH": notesIn(texts["de-CH"]),
    "it-CH": notesIn(texts["it-CH"]),
  };
}
