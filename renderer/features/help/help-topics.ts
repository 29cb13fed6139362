/** One short page for each main task, in the order in which a new person meets them. */
export const HELP_TOPICS = [
  "find",
  "contact",
  "visit",
  "plan",
  "week",
  "import",
  "double",
  "sync",
  "safe",
  "keys",
] as const;

/** What each version brought, the newest first; each note by its number. */
export const NEWS = [
  { version: "0.1", notes: ["1", "2", "3", "4", "5", "6", "7"] },
] as const;
