import type { NumberingWords } from "./numbering-words.ts";

export const enNumbering: NumberingWords = {
  "series.contacts": "Contacts",
  "series.opportunities": "Opportunities",
  "series.tasks": "Tasks",
  "series.customers": "Customers",
  "series.vendors": "Vendors",
  "series.banks": "Bank accounts",
  "series.employees": "Employees",
  "series.edit": "Edit…",
  "series.editOf": "Edit… {{name}}",
  "series.title": "Number series: {{name}}",
  "series.about":
    "The letters of the first number and how many digits it has hold for all that follow. A number once given never changes and is never given again.",
  "series.first": "First number",
  "series.firstHint": "The next one is this, or the next that is still free.",
  "series.last": "Last number",
  "series.lastHint": "Empty: until the digits run out.",
  "series.gaps": "Gaps allowed (else no reserve per device)",
  "series.manual": "Numbers typed by hand allowed",
  "series.from": "from {{first}}",
  "series.noGaps": "without gaps",
  "series.noManual": "none by hand",
  "series.problem.series-no-digits":
    "A number ends in digits, twelve at most: CT000001.",
  "series.problem.series-provisional":
    "The sign ~ is kept for provisional numbers.",
  "series.problem.series-other-pattern":
    "Letters and number of digits must be those of the first number.",
  "series.problem.series-backwards": "The last number is before the first.",
  "series.problem.too-long": "20 characters at most.",
  "duplicates.title": "Duplicates",
  "duplicates.hint":
    "What makes two cards look like the same contact. A warning, never a refusal.",
  "duplicates.autosearch": "Search automatically",
  "duplicates.autosearchHint":
    "Searches at each save. Needs the search strings.",
  "duplicates.strings": "Maintain search strings",
  "duplicates.stringsHint": "Without them nothing is searched.",
  "duplicates.normaliser": "Swiss spellings alike",
  "duplicates.normaliserHint":
    "Zürich and Zuerich, 044 and +41 44, MWST, TVA and IVA count as the same.",
  "duplicates.hit": "Search hit %",
  "duplicates.hitHint": "{{needed}} of {{of}} strings must agree.",
  "duplicates.types": "Who is compared",
  "duplicates.types.both": "Companies and persons",
  "duplicates.types.company": "Companies",
  "duplicates.types.person": "Persons",
  "duplicates.rows": "Search strings",
  "duplicates.rowsAbout":
    "The beginning or end of a field, without blanks and punctuation. Rows count even when the field is empty.",
  "duplicates.needed": "{{needed}} of {{of}} must agree",
  "duplicates.field": "Field",
  "duplicates.part": "Part",
  "duplicates.length": "Length",
  "duplicates.first": "first",
  "duplicates.last": "last",
  "duplicates.twice": "The same row twice: {{row}}.",
  "duplicates.tooMany": "At most {{count}} rows.",
  "duplicates.noRows": "Without a row nothing would be compared.",
  "duplicates.reset": "As at first",
};
