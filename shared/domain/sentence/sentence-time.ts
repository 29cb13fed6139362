import { readDuration } from "../typed-duration.ts";
import { readTime, timePhrase } from "../typed-moment.ts";

/** When it began or how long it took, in one or several words. */
export interface TimeFound {
  readonly time: string | null;
  readonly minutes: number | null;
  readonly length: number;
}

/** Below this hour `2h` is how long, from it on `8h` is when. */
const FIRST_HOUR = 7;
/** Behind these a number with an hour's sign is when. */
const AT =
  /^(?:a|à|vers|des|um|gegen|ab|alle|ore|verso|at|around|from|dalle|von|de)$/;
/** And behind these how long. */
const FOR =
  /^(?:pendant|durant|wahrend|fur|per|for|for an|duree|dauer|durata|duration|total|env\.?|ca\.?|circa|about)$/;
const TO = /^(?:a|bis|alle|to|until|till|-|–)$/;
const ONE_TIME = /^\d{1,2}(?:[:.h]\d{2}|h|:\d{2})?(?:am|pm)?$/;
const RANGE =
  /^(\d{1,2}(?:[:.h]\d{2}|h)?(?:am|pm)?)[-–](\d{1,2}(?:[:.h]\d{2}|h)?(?:am|pm)?)$/;
const UNIT = /^(?:h|uhr|am|pm|a\.m\.|p\.m\.|heures?)$/;

/** What words say about time from `at` on, or null. `afterDay`: a day stands right before it. */
export function timeFound(
  words: readonly string[],
  at: number,
  afterDay: boolean,
): TimeFound | null {
  return (
    range(words, at) ??
    duration(words, at) ??
    clock(words, at, afterDay) ??
    null
  );
}

/** `10h-11h30`, `8-10 Uhr`, `de 13h30 à 14h15`, `from 2 to 3 pm`. */
function range(words: readonly string[], at: number): TimeFound | null {
  const lead = AT.test(words[at] ?? "") ? 1 : 0;
  const [first = "", second = "", third = "", fourth = ""] = words.slice(
    at + lead,
  );
  const joined = RANGE.exec(first);
  if (joined) {
    const unit = UNIT.test(second) ? second : "";
    if (unit === "" && !/[:.h]|[ap]m/.test(first)) return null;
    return between(joined[1], joined[2], unit, lead + (unit ? 2 : 1));
  }
  if (!ONE_TIME.test(first)) return null;
  // `14 h - 15 h`
  const spaced = UNIT.test(second) ? 1 : 0;
  const to = spaced ? third : second;
  const end = spaced ? fourth : third;
  if (!TO.test(to) || !ONE_TIME.test(end)) return null;
  const unit = words[at + lead + 3 + spaced] ?? "";
  const isTime = /[:.h]|[ap]m/.test(first + end) || UNIT.test(unit) || spaced;
  if (!isTime || (lead === 0 && to === "a" && !/[:h.]/.test(first)))
    return null;
  const length = lead + 3 + spaced + (UNIT.test(unit) ? 1 : 0);
  return between(first, end, UNIT.test(unit) ? unit : "", length);
}

function between(
  from = "",
  to = "",
  unit = "",
  length: number,
): TimeFound | null {
  const half = /([ap]m)$/.exec(to)?.[1] ?? (/^[ap]m$/.test(unit) ? unit : "");
  const end = readTime(to.endsWith("m") ? to : to + half);
  const own = /[ap]m$/.test(from) ? from : from + half;
  let start = readTime(own);
  if (start !== null && end !== null && start >= end) start = readTime(from);
  if (start === null || end === null || start >= end) return null;
  const minutesOf = (time: string) =>
    Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return { time: start, minutes: minutesOf(end) - minutesOf(start), length };
}

function duration(words: readonly string[], at: number): TimeFound | null {
  const lead = FOR.test(words[at] ?? "") ? 1 : 0;
  const before = words[at - 1] ?? "";
  for (
    let length = Math.min(6, words.length - at - lead);
    length > 0;
    length--
  ) {
    const said = words.slice(at + lead, at + lead + length);
    if (length > 1 && said.some((word) => word === "")) continue;
    const minutes = readDuration(plainly(said.join(" ")));
    if (minutes === null || minutes === 0) continue;
    // A bare number is none, and what has a colon is when; `20.11 ore` is a date.
    if (/^\d+$|^\d+:\d\d$/.test(said.join(" "))) continue;
    if (/^\d+\.(?!5\b|25\b|75\b)\d/.test(said[0] ?? "")) continue;
    // `am` is no `a m`.
    if (
      said.length === 1 &&
      (said[0] ?? "").length < 6 &&
      !/\d/.test(said[0] ?? "")
    )
      continue;
    const isHours = /^\d{1,2} ?h ?(?:\d\d)?$/.test(said.join(" "));
    const isWhen =
      isHours && lead === 0 && (AT.test(before) || minutes >= FIRST_HOUR * 60);
    if (isWhen) continue;
    return { time: null, minutes, length: lead + length };
  }
  return null;
}

/** As `readDuration` knows it. */
function plainly(text: string): string {
  return text
    .replace(/^(\d+)-(minute|min|hour|stundig|stund)\w*$/, "$1 $2")
    .replace(/\bmins\b/, "min")
    .replace(/\bstund$|\bstundig$/, "stunden")
    .replace(/^3\/4 ?(?:d')?h(?:eure)?$/, "45 min")
    .replace(/^1\/2 ?(?:d')?h(?:eure)?$/, "30 min")
    .replace(/^1\/4 ?(?:d')?h(?:eure)?$/, "15 min")
    .replace(/^(?:eine )?dreiviertel stunde$/, "45 min")
    .replace(/^(?:une )?petite (?:demi-)?heure$/, "30 min")
    .replace(/^(?:eine )?halbstundig\w*$/, "30 min")
    .replace(/^(?:eine )?einstundig\w*$/, "60 min")
    .replace(/^(?:eine )?(?:gute|knappe) stunde$/, "60 min")
    .replace(/^(?:une )?bonne heure$/, "60 min")
    .replace(/^(?:una )?buona ora$/, "60 min")
    .replace(/^(?:1 1\/2|1½|eineinhalb|anderthalb) ?(?:h|std\.?)$/, "90 min")
    .replace(/^an hour and a half$/, "90 min")
    .replace(/^halbi stund\w*$/, "30 min");
}

/** A time that can be nothing else: with its sign, behind a lead, or right behind a day. */
function clock(
  words: readonly string[],
  at: number,
  afterDay: boolean,
): TimeFound | null {
  const word = words[at] ?? "";
  const next = words[at + 1] ?? "";
  const led = AT.test(word) && word !== "de" && word !== "von" && word !== "a";
  const time = timePhrase(
    words,
    at,
    afterDay && /^\d{1,2}[.:]\d\d$/.test(word),
  );
  if (time === null) return null;
  const text = led || word === "a" ? next : word;
  const isPlain = /^\d{1,2}$/.test(text);
  const isDate = /^\d{1,2}\.\d{1,2}$/.test(text);
  const behind = words[at + time.length - 1] ?? "";
  const hasUnit = UNIT.test(behind) || /\d(?:h|uhr|am|pm)/.test(text);
  const isNoon = !/\d/.test(text);
  if (isNoon && !led && word !== "a" && !afterDay) return null;
  if (isPlain && !hasUnit && !(led && word !== "des" && word !== "ab"))
    return null;
  if (isDate && !led && !afterDay && !hasUnit) return null;
  if (/^\d{3,4}$/.test(text) && !led) return null;
  return { time: time.time, minutes: null, length: time.length };
}
