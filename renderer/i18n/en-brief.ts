import type { BriefWords } from "./brief-words.ts";

/** The words of the meeting brief in English. */
export const enBrief: BriefWords = {
  "brief.open": "Brief",
  "brief.openOf": "Brief: {{name}}",
  "brief.openCard": "Open a card first: a brief is about one contact.",
  "brief.title": "Meeting brief",
  "brief.of": "Meeting brief: {{name}}",
  "brief.file": "brief",
  "brief.print": "Print",
  "brief.pdf": "Save as PDF",
  "brief.saved": "Brief saved.",
  "brief.customer": "customer {{no}}",
  "brief.more_one": "and {{count}} more",
  "brief.more_other": "and {{count}} more",
  "brief.ask": "What to ask",
  "brief.visits": "Last visits",
  "brief.noVisits": "No visit written up yet.",
  "brief.tasks": "Open tasks",
  "brief.noTasks": "None.",
  "brief.sales": "Open opportunities",
  "brief.noSales": "None.",
  "brief.purchases": "Purchases",
  "brief.notCustomer": "Not a customer.",
  "brief.noPurchases": "No purchases.",
  "brief.product": "Product (CHF)",
  "brief.total": "Total",
  "brief.all": "All products",
  "brief.last": "Last",
  "brief.never": "Never bought:",
  "brief.people": "People",
  "brief.colleagues": "Other people at {{company}}",
  "brief.noPeople": "Nobody else yet.",
  "brief.met": "met {{day}}",
  "brief.ask.promised": "{{what}} (due {{day}}): is it done?",
  "brief.ask.agreed": "{{what}} (planned for {{day}}): does it still stand?",
  "brief.ask.putOff": "{{what}} (put off to {{day}}): what is missing?",
  "brief.ask.unfinished":
    "The interaction of {{day}} is postponed: finish what was begun.",
  "brief.ask.decision":
    "{{what}} (close expected {{day}}): where does the decision stand?",
  "brief.ask.quote":
    "{{what}}: the stage “{{stage}}” needs a quote. May we make it?",
  "brief.ask.stage": "{{what}}: what does it take to get to “{{stage}}”?",
  "brief.ask.closing": "{{what}}: what still stands in the way of closing?",
  "brief.ask.mend": "The visit of {{day}} went badly: what has changed since?",
  "brief.notes": "Notes",
  "brief.ask.since": "On {{day}}: “{{what}}”. Where does it stand?",
  "brief.ask.noNextStep":
    "Nothing planned since {{day}}: agree on the next step.",
  "brief.ask.first":
    "First meeting: needs, present suppliers, who decides, and when?",
  "brief.ask.lapsed": "{{what}} (last bought {{day}}): why not since?",
  "brief.ask.never_one":
    "{{what}}: never bought; {{count}} similar customer buys it. Bring it up.",
  "brief.ask.never_other":
    "{{what}}: never bought; {{count}} similar customers buy it. Bring it up.",
  "brief.ask.whoDecides": "Nobody of the company is known: who decides?",
  "brief.ask.missing": "Missing on the card: {{fields}}.",
};
