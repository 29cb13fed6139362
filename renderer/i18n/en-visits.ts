import type { VisitWords } from "./visit-words.ts";

export const enVisits: VisitWords = {
  "visit.dateHint": "yesterday 2pm, Monday, 9.3.",
  "visit.durationHint": "45m, 1h30",
  "visit.hours": "{{h}} h",
  "visit.hoursMinutes": "{{h}} h {{m}}",
  "visit.sentence": "Write up this visit",
  "visit.sentenceNobody": "Who is open",
  "visit.sentenceOthers": "Or was it",
  "visit.met": "With",
  "visit.metMore_one": "{{count}} more",
  "visit.metMore_other": "{{count}} more",
  "visit.slashHint": "“/” inserts a template, for example /call",
  "visit.opportunity": "Opportunity",
  "visit.noOpportunity": "None",
  "visit.saveNext": "Save and next",
  "key.ctrlAltEnter": "Ctrl Alt ⏎",
  "visit.newContact": "New contact “{{name}}”",
  "create.inline": "New contact",
  "visit.templateSteps": "To be done next",
  "visit.newOpportunity": "New opportunity ({{cycle}})",
  "visit.opportunityRefused":
    "The opportunity cannot be created: there is no salesperson, or the cycle is gone. Choose another one or “None”.",
  "visit.postpone": "Finish later",
  "visit.postponeHint":
    "Keeps the visit unfinished: it counts only once it is finished.",
  "visit.postponedSaved": "Visit kept for later: {{name}}",
  "visit.againTitle": "Revise visit",
  "interaction.finish": "Finish…",
  "interaction.amend": "Correct…",
  "meanwhile.merged":
    "“{{was}}” was merged into “{{name}}”: the visit goes on with that contact.",
  "meanwhile.gone":
    "The contact of this draft is no longer here. The text is kept: choose whom the visit was with.",
  "meanwhile.metMerged":
    "“{{was}}” was merged into “{{name}}”, who is ticked instead.",
  "meanwhile.metGone":
    "Somebody who was met is no longer here and no longer ticked.",
  "meanwhile.metLeft":
    "{{name}} no longer belongs to the company and stays ticked; untick if need be.",
  "meanwhile.closed":
    "The opportunity “{{name}}” has been closed. It stays chosen; you may choose another.",
  "meanwhile.opportunityGone": "The chosen opportunity no longer exists.",
  "visit.closedOpportunity": "{{name}} (closed)",
  "settings.systemKey": "System-wide key to log a visit",
  "settings.systemKeyHint":
    "Opens the sheet of a visit from any program while Carnet runs.",
  "settings.systemKeyTaken":
    "Another program uses this key already: choose another one.",
  "settings.systemKeyOff": "None",
  "settings.systemKey.CommandOrControl+Shift+Space": "Ctrl+Shift+Space",
  "settings.systemKey.CommandOrControl+Shift+F9": "Ctrl+Shift+F9",
  "settings.systemKey.CommandOrControl+Shift+F12": "Ctrl+Shift+F12",
};
