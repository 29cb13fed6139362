import { expect, it } from "vitest";
import { parseNextStep } from "../../../../shared/domain/parse-next-step.ts";

/** A Friday. */
const today = "2026-03-13";

it.each([
  ["+2w offer", { description: "offer", date: "2026-03-27" }],
  [
    "call 20.03",
    { description: "call", date: "2026-03-20", type: "phoneCall" },
  ],
  [
    "rappeler lundi",
    { description: "rappeler", date: "2026-03-16", type: "phoneCall" },
  ],
  [
    "am Montag Offerte senden",
    { description: "Offerte senden", date: "2026-03-16" },
  ],
  [
    "visite lundi prochain",
    { description: "visite", date: "2026-03-16", type: "meeting" },
  ],
  ["devis -> lun", { description: "devis", date: "2026-03-16" }],
  [
    "domani richiamare",
    { description: "richiamare", date: "2026-03-14", type: "phoneCall" },
  ],
  [
    "rappeler le 20",
    { description: "rappeler", date: "2026-03-20", type: "phoneCall" },
  ],
  ["offre dans deux semaines", { description: "offre", date: "2026-03-27" }],
  [
    "nächsten Dienstag Offerte nachfassen",
    { description: "Offerte nachfassen", date: "2026-03-17" },
  ],
  [
    "nächste Woche Muster senden",
    { description: "Muster senden", date: "2026-03-16" },
  ],
  [
    "richiamare fra 10 giorni",
    { description: "richiamare", date: "2026-03-23", type: "phoneCall" },
  ],
  [
    "send quote by end of March",
    { description: "send quote", date: "2026-03-31" },
  ],
  ["devis pour le 2 avril", { description: "devis", date: "2026-04-02" }],
  [
    "call on the 20th",
    { description: "call", date: "2026-03-20", type: "phoneCall" },
  ],
  ["envoyer l'offre", { description: "envoyer l'offre" }],
  ["20.03.", { date: "2026-03-20" }],
])("%s is understood", (text, step) => {
  expect(parseNextStep(text, today)).toEqual(step);
});

it("only the first date is taken out of the text", () => {
  expect(parseNextStep("20.03. offre valable au 30.04.", today)).toEqual({
    description: "offre valable au 30.04.",
    date: "2026-03-20",
  });
});

it.each([
  ["call Sam", { description: "call Sam", type: "phoneCall" }],
  ["mon offre", { description: "mon offre" }],
  [
    "call +41 79 555 10 10",
    { description: "call +41 79 555 10 10", type: "phoneCall" },
  ],
  ["Muster ist hier", { description: "Muster ist hier" }],
  ["relancer 3 clients", { description: "relancer 3 clients" }],
  ["commander 20 pièces", { description: "commander 20 pièces" }],
  ["+41", { description: "+41" }],
])("%s names no day", (text, step) => {
  expect(parseNextStep(text, today)).toEqual(step);
});

it.each(["next mon", "-> mon", "mon"])("%s is Monday", (text) => {
  expect(parseNextStep(text, today)).toEqual({ date: "2026-03-16" });
});

it("no text is no next step", () => {
  expect(parseNextStep("  ", today)).toBeNull();
});

/** A Sunday. */
const SUNDAY = "2026-11-29";

it.each([
  ["rappeler lundi 14 décembre", "rappeler", "2026-12-14"],
  ["Anrufen Montag 14.12.", "Anrufen", "2026-12-14"],
  ["Anrufen am Montag, den 14. Dezember", "Anrufen", "2026-12-14"],
  ["call Monday 14 Dec", "call", "2026-12-14"],
  ["call Mon 14 Dec", "call", "2026-12-14"],
  ["appeler mar 1 déc", "appeler", "2026-12-01"],
  ["rappeler lundi 14", "rappeler", "2026-12-14"],
  ["rappeler lu 14.12.", "rappeler", "2026-12-14"],
])("%s: the date on that weekday, both words taken out", (text, rest, day) => {
  const step = parseNextStep(text, SUNDAY, "fr-CH");
  expect([step?.description, step?.date]).toEqual([rest, day]);
});

it.each([
  "rappeler lundi 15 décembre",
  "Offerte Montag 15.12.",
  "Muster vom Dienstag 17.11.",
  "rappeler lundi 15",
  "offre lundi 31.11.",
])("%s keeps its text and has no date: they do not agree", (text) => {
  const step = parseNextStep(text, SUNDAY, "fr-CH");
  expect([step?.description, step?.date]).toEqual([text, undefined]);
});

it.each([
  ["Offerte Di.", "de-CH", "2026-12-01"],
  ["offre di.", "fr-CH", "2026-12-06"],
  ["offerta do.", "it-CH", "2026-12-06"],
  ["Offerte Do.", "de-CH", "2026-12-03"],
  ["Offerte Do.", undefined, undefined],
  ["nicht so.", "de-CH", undefined],
  ["Offerte am So.", "de-CH", "2026-12-06"],
  ["offre lundi.", "fr-CH", "2026-11-30"],
  ["Besuch Do 4.12.", "de-CH", undefined],
  ["Muster so 3 kg", "de-CH", undefined],
])("two letters with a dot, %s in %s", (text, language, day) => {
  expect(parseNextStep(text, SUNDAY, language)?.date).toBe(day);
});

it.each([
  ["Anrufen Montag in einer Woche", "Anrufen", "2026-12-07"],
  ["rappeler lundi en huit", "rappeler", "2026-12-07"],
  ["Anrufen Montag in acht Tagen", "Anrufen", "2026-12-07"],
  ["Anrufen Montag in 14 Tagen", "Anrufen", "2026-12-14"],
  ["offre fin du mois prochain", "offre", "2026-12-31"],
  ["offerta fine mese prossimo", "offerta", "2026-12-31"],
  ["offerta entro la fine del prossimo mese", "offerta", "2026-12-31"],
  ["Offerte Ende nächster Monat", "Offerte", "2026-12-31"],
  ["Offerte Ende nächsten Monats", "Offerte", "2026-12-31"],
  ["quote by the end of next month", "quote", "2026-12-31"],
  ["offre fin de la semaine prochaine", "offre", "2026-12-04"],
  ["Offerte Ende nächste Woche", "Offerte", "2026-12-04"],
  ["quote end of next week", "quote", "2026-12-04"],
  ["offre fin du mois", "offre", "2026-11-30"],
  ["offre fin du mois dernier", "offre fin du mois dernier", undefined],
])("%s is understood as a whole", (text, rest, day) => {
  const step = parseNextStep(text, SUNDAY);
  expect([step?.description, step?.date]).toEqual([rest, day]);
});

it.each([
  ["préparer mon prochain rendez-vous", undefined, undefined],
  ["dossier pour mon prochain rendez-vous", undefined, undefined],
  ["call Sam next week", "call Sam", "2026-11-30"],
  ["call Sam next Tuesday", "call Sam", "2026-12-01"],
  ["quote for Sam next Tuesday", "quote for Sam", "2026-12-01"],
  ["call Sam 4.12.", "call Sam", "2026-12-04"],
  ["call Sam 5.12.", "call Sam", "2026-12-05"],
  ["préparer mon 1er rendez-vous lundi", undefined, "2026-11-30"],
  ["Set 3 samples aside", undefined, undefined],
  ["ordinare 3 set di campioni", undefined, undefined],
  ["entro il 3 set. offerta", "offerta", "2027-09-03"],
  ["May 3 people come along?", undefined, undefined],
  ["sept 3 pièces", undefined, undefined],
  ["call on March 3 again", "call again", "2027-03-03"],
  ["March 3rd call", "call", "2027-03-03"],
  ["call March 3", "call", "2027-03-03"],
])("a name that is a word as well: %s", (text, rest, day) => {
  const step = parseNextStep(text, SUNDAY, "en");
  expect(step?.date).toBe(day);
  if (rest !== undefined) expect(step?.description).toBe(rest);
  else if (day === undefined) expect(step?.description).toBe(text);
});
