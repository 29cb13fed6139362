import type { ReviewWords } from "./review-words.ts";

export const deCHReview: ReviewWords = {
  "conflicts.title_one": "{{count}} Konflikt zu entscheiden",
  "conflicts.title_other": "{{count}} Konflikte zu entscheiden",
  "conflicts.hint":
    "Dasselbe wurde an zwei Orten geändert; beide Werte bleiben erhalten. 1 meiner, 2 ihrer, E ein anderer, Enter übernimmt und geht zum nächsten.",
  "conflicts.all.mine": "Überall meiner",
  "conflicts.all.theirs": "Überall ihrer",
  "conflicts.settled_one": "{{count}} Konflikt entschieden.",
  "conflicts.settled_other": "{{count}} Konflikte entschieden.",
  "conflicts.settledOne": "Entschieden: {{field}}.",
  "conflicts.before": "Vorher",
  "conflicts.mine": "Meiner",
  "conflicts.theirs": "Ihrer",
  "conflicts.inForce": "gilt jetzt",
  "conflicts.otherValue": "Anderer Wert",
  "conflicts.apply": "Übernehmen",
  "conflicts.enter": "Enter",
  "conflicts.since":
    "Seither nochmals geändert: {{value}}. Übernehmen behält diesen Wert, wenn Sie keinen andern wählen.",
  "conflicts.why": "Warum ist das passiert?",
  "conflicts.whyText":
    "{{field}} wurde auf zwei Seiten geändert, ohne dass man sich sah: {{one}}; {{other}}.",
  "conflicts.whyLater": "Bis Sie wählen, gilt der spätere.",
  "conflicts.whyRule":
    "Hier geht eine Regel vor der Zeit: dieser Wert gilt, obwohl er älter ist.",
  "conflicts.deleted":
    "Auf einer Seite gelöscht ({{deleted}}), auf der andern geändert ({{changed}}). Die Änderung bleibt und der Eintrag auch; Sie können ihn nochmals löschen.",
  "conflicts.keepIt": "Behalten",
  "conflicts.kept": "Behalten.",
  "diff.added": "neu: ",
  "diff.removed": "weg: ",
};
