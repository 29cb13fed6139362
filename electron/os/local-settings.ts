import { readFile, rename } from "node:fs/promises";
import { LocalSettings } from "../../shared/ipc/settings.ts";
import { replaceFile } from "./durable-file.ts";

export type Language = LocalSettings["language"];

const DEFAULTS: Omit<LocalSettings, "language"> = {
  theme: "system",
  syncEveryMinutes: 5,
  workOffline: false,
  workDate: null,
  connectLater: false,
  lockAfterMinutes: 15,
};

/** Settings of this device. No personal data in here: the file is plain JSON. */
export interface LocalSettingsFile {
  read(): LocalSettings;
  /** The settings after it; rejects when the disk refuses, and then they are as before. */
  write(changed: Partial<LocalSettings>): Promise<LocalSettings>;
}

/**
 * `overrides` come from the command line: they hold for this run and are not stored, until the person changes that very
 * setting. A file that cannot be read is set aside and the defaults hold.
 */
export async function openLocalSettings(deps: {
  readonly file: string;
  readonly overrides: Partial<LocalSettings>;
  readonly systemLanguages: readonly string[];
}): Promise<LocalSettingsFile> {
  const { file } = deps;
  let stored = await readStored(file);
  let overrides = deps.overrides;
  let queue: Promise<unknown> = Promise.resolve();

  const read = (): LocalSettings => ({
    language: languageFor(deps.systemLanguages),
    ...DEFAULTS,
    ...stored,
    ...overrides,
  });

  async function store(
    changed: Partial<LocalSettings>,
  ): Promise<LocalSettings> {
    const next = { ...stored, ...changed };
    await replaceFile(file, `${JSON.stringify(next, null, 2)}\n`);
    stored = next;
    overrides = without(overrides, Object.keys(changed));
    return read();
  }

  return {
    read,
    write: (changed) => {
      const turn = queue.then(() => store(changed));
      queue = turn.catch(() => undefined);
      return turn;
    },
  };
}

/** The first of the system's languages that we speak; English when there is none. */
export function languageFor(systemLanguages: readonly string[]): Language {
  const spoken = { fr: "fr-CH", de: "de-CH", it: "it-CH", en: "en" } as const;
  for (const language of systemLanguages) {
    const found = Object.entries(spoken).find(
      ([short]) => language.toLowerCase().split(/[-_]/)[0] === short,
    );
    if (found) return found[1];
  }
  return "en";
}

/** Each member by itself: one that a later version wrote must not cost the others. */
async function readStored(file: string): Promise<Partial<LocalSettings>> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return {};
  try {
    const members = Object.entries(JSON.parse(text) as object);
    return Object.assign(
      {},
      ...members.map(
        ([name, value]) =>
          LocalSettings.partial().safeParse({ [name]: value }).data ?? {},
      ),
    ) as Partial<LocalSettings>;
  } catch {
    await rename(file, `${file}.damaged`).catch(() => undefined);
    return {};
  }
}

function without<T extends object>(from: T, names: readonly string[]): T {
  return Object.fromEntries(
    Object.entries(from).filter(([name]) => !names.includes(name)),
  ) as T;
}
