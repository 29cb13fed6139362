import type { ReviewWords } from "./review-words.ts";

export const enReview: ReviewWords = {
  "conflicts.title_one": "{{count}} conflict to decide",
  "conflicts.title_other": "{{count}} conflicts to decide",
  "conflicts.hint":
    "The same thing was changed in two places; both values are kept. 1 mine, 2 theirs, E another one, Enter applies and goes on to the next.",
  "conflicts.all.mine": "Mine for all",
  "conflicts.all.theirs": "Theirs for all",
  "conflicts.settled_one": "{{count}} conflict decided.",
  "conflicts.settled_other": "{{count}} conflicts decided.",
  "conflicts.settledOne": "Decided: {{field}}.",
  "conflicts.before": "Before",
  "conflicts.mine": "Mine",
  "conflicts.theirs": "Theirs",
  "conflicts.inForce": "in force",
  "conflicts.otherValue": "Another value",
  "conflicts.apply": "Apply",
  "conflicts.enter": "Enter",
  "conflicts.since":
    "Changed again since: {{value}}. Apply keeps this value unless you choose another.",
  "conflicts.why": "Why did this happen?",
  "conflicts.whyText":
    "{{field}} was changed on two sides, neither seeing the other: {{one}}; {{other}}.",
  "conflicts.whyLater": "The later one is in force until you choose.",
  "conflicts.whyRule":
    "A rule goes before the time here: this value wins although it is older.",
  "conflicts.deleted":
    "Deleted on one side ({{deleted}}), changed on the other ({{changed}}). The change is kept and the record stays; you can delete it again.",
  "conflicts.keepIt": "Keep it",
  "conflicts.kept": "Kept.",
  "diff.added": "added: ",
  "diff.removed": "removed: ",
};
