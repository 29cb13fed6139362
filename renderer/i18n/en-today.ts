import type { TodayWords } from "./today-words.ts";

export const enToday: TodayWords = {
  "nav.today": "Today",
  "today.hello": "Hello {{name}}",
  "today.sumOverdue_one": "{{count}} task overdue",
  "today.sumOverdue_other": "{{count}} tasks overdue",
  "today.sumToday_one": "{{count}} for today",
  "today.sumToday_other": "{{count}} for today",
  "today.sumMissing_one": "{{count}} visit to write up this week",
  "today.sumMissing_other": "{{count}} visits to write up this week",
  "today.sumNothing": "Nothing urgent today",
  "today.due": "Due",
  "today.dueOverdue": "Overdue",
  "today.dueToday": "Today",
  "today.dueSoon": "Next 7 days",
  "today.daysLate_one": "{{count}} day overdue",
  "today.daysLate_other": "{{count}} days overdue",
  "today.more": "{{n}} more",
  "today.dueNone":
    "Nothing is due within seven days. Next steps of your visits appear here.",
  "today.postponed": "Visits to finish",
  "today.postponedCount_zero": "Nothing waits to be finished.",
  "today.postponedCount_one":
    "{{count}} visit kept for later; it does not count before it is finished.",
  "today.postponedCount_other":
    "{{count}} visits kept for later; they do not count before they are finished.",
  "today.week": "Not written up this week",
  "today.weekReading": "Reading the last weeks",
  "today.weekRule":
    "A meeting is planned this week, or the usual interval between visits (last 12 weeks) ends in it, and nothing is recorded yet.",
  "today.written_zero": "No visit written up this week.",
  "today.written_one": "{{count}} visit written up this week.",
  "today.written_other": "{{count}} visits written up this week.",
  "today.weekNone":
    "Nobody is missing. A meeting planned this week is shown here until it is written up.",
  "today.meeting": "Meeting {{day}}",
  "today.every_one": "usually every day",
  "today.every_other": "usually every {{count}} days",
  "today.lastVisit": "last visit {{day}}",
  "today.noVisit": "no visit so far",
  "today.sent": "Everything is with the office.",
  "today.notSent": "Nothing waits to be sent.",
  "today.records_one": "{{count}} record",
  "today.records_other": "{{count}} records",
  "today.openSync": "Open Sync",
  "today.connectText":
    "Everything stays saved here. Connect this notebook to share with your colleagues.",
  "today.lastOpened": "Last opened",
  "today.lastOpenedNone":
    "Cards you open appear here. Find a contact by name, town or phone.",
  "today.find": "Find",
  "today.drafts": "Drafts",
  "today.draftsHint": "Begun here and not saved yet.",
  "today.goOn": "Go on writing",
  "today.draftVisit": "Visit",
  "today.draftCard": "Text not saved yet",
  "today.firstCompany": "Create the first company",
  "today.importCards": "Import contacts…",
  "today.welcomeText":
    "Every morning this page says what is due and who is not written up yet. Everything works with no network.",
};
