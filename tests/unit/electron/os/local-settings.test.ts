import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import {
  languageFor,
  openLocalSettings,
} from "../../../../electron/os/local-settings.ts";
import type { LocalSettings } from "../../../../shared/ipc/settings.ts";
import { temporaryFolder } from "../temporary-folder.ts";

function open(file: string, overrides: Partial<LocalSettings> = {}) {
  return openLocalSettings({ file, overrides, systemLanguages: ["fr-FR"] });
}

test("without a file the defaults hold, in the system's language", async () => {
  const settings = await open(path.join(temporaryFolder(), "settings.json"));
  expect(settings.read()).toEqual({
    language: "fr-CH",
    theme: "system",
    syncEveryMinutes: 5,
    workOffline: false,
    workDate: null,
    connectLater: false,
    lockAfterMinutes: 15,
  });
});

test("what was written is there at the next start", async () => {
  const file = path.join(temporaryFolder(), "settings.json");
  const settings = await open(file);
  await Promise.all([
    settings.write({ theme: "dark" }),
    settings.write({ syncEveryMinutes: 0 }),
  ]);
  expect((await open(file)).read()).toMatchObject({
    theme: "dark",
    syncEveryMinutes: 0,
  });
});

test("the command line holds for this run and is not stored", async () => {
  const file = path.join(temporaryFolder(), "settings.json");
  const settings = await open(file, {
    language: "en",
    workDate: "2026-11-22",
  });
  expect(await settings.write({ theme: "dark" })).toMatchObject({
    language: "en",
    workDate: "2026-11-22",
  });
  expect((await open(file)).read()).toMatchObject({
    language: "fr-CH",
    workDate: null,
  });
});

test("changing the very setting that the command line gave wins over it", async () => {
  const file = path.join(temporaryFolder(), "settings.json");
  const settings = await open(file, { language: "en" });
  expect(await settings.write({ language: "de-CH" })).toMatchObject({
    language: "de-CH",
  });
});

test("a file that cannot be read is set aside", async () => {
  const file = path.join(temporaryFolder(), "settings.json");
  writeFileSync(file, '{"theme":');
  expect((await open(file)).read().theme).toBe("system");
  expect(existsSync(`${file}.damaged`)).toBe(true);
});

test("one value that makes no sense does not cost the others", async () => {
  const file = path.join(temporaryFolder(), "settings.json");
  writeFileSync(file, '{"theme":"neon","syncEveryMinutes":15,"later":1}');
  expect((await open(file)).read()).toMatchObject({
    theme: "system",
    syncEveryMinutes: 15,
  });
});

test("when the disk refuses, the settings are as before", async () => {
  const settings = await open(
    path.join(temporaryFolder(), "no-such-folder/settings.json"),
  );
  await expect(settings.write({ theme: "dark" })).rejects.toThrow("ENOENT");
  expect(settings.read().theme).toBe("system");
});

test("no half-written file is ever in place", async () => {
  const file = path.join(temporaryFolder(), "settings.json");
  const settings = await open(file);
  await settings.write({ theme: "dark" });
  expect(() => JSON.parse(readFileSync(file, "utf8")) as unknown).not.toThrow();
});

test("the first of the system's languages that we speak is taken, else English", () => {
  expect(languageFor(["pt-BR", "it_IT", "fr-CH"])).toBe("it-CH");
  expect(languageFor(["de"])).toBe("de-CH");
  expect(languageFor(["pt-BR", "frr"])).toBe("en");
  expect(languageFor([])).toBe("en");
});
