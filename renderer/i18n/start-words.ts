import i18next, { type FormatterModule, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { deCH } from "./de-CH.ts";
import { en } from "./en.ts";
import { frCH } from "./fr-CH.ts";
import { itCH } from "./it-CH.ts";
import { withoutBreaks } from "./no-break.ts";

const resources = {
  "fr-CH": { translation: withoutBreaks(frCH) },
  "de-CH": { translation: deCH },
  "it-CH": { translation: itCH },
  en: { translation: en },
};

export type ScreenLanguage = keyof typeof resources;

/** The languages that the screens can be shown in, in the order in which they are offered. */
export const screenLanguages = Object.keys(
  resources,
) as readonly ScreenLanguage[];

/** Loads the words; all of them are in the bundle, nothing is fetched. Numbers in them are written by `formatCount`. */
export async function startWords(
  language: string,
  formatCount: (count: number) => string = String,
): Promise<i18n> {
  const words = i18next.createInstance();
  const figures: FormatterModule = {
    type: "formatter",
    init() {},
    add() {},
    addCached() {},
    format(value: unknown) {
      if (typeof value === "number") return formatCount(value);
      return typeof value === "string" ? value : "";
    },
  };
  await words
    .use(initReactI18next)
    .use(figures)
    .init({
      lng: language,
      fallbackLng: "fr-CH",
      supportedLngs: [...screenLanguages],
      resources,
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    });
  return words;
}
