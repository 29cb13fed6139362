import type { HelpWords } from "./help-words.ts";

export const enHelp: HelpWords = {
  "help.title": "Help",
  "help.search": "Search the help",
  "help.none": "Nothing in the help about “{{text}}”.",
  "help.toKeys": "Show the keyboard shortcuts",
  "help.toNews": "Show what’s new",
  "help.find.title": "Find a contact",
  "help.find.text":
    "Press Ctrl K and type a few letters of a name, a town, a number or a note: companies, persons, visits and tasks appear as you type. ⏎ opens the card. In the list, / filters what is shown, and the views above keep a filter, an order and columns under a name.",
  "help.contact.title": "Enter a company or a person",
  "help.contact.text":
    "C begins a new company, N opens the menu of the three kinds of contact. Only the name is needed. A person takes the address and the groups of their company until you put in a value of their own. On the card, click a value or press ⏎ to change it; it is saved at once, and Ctrl Z takes it back.",
  "help.visit.title": "Log a visit or a call",
  "help.visit.text":
    "V opens the visit sheet for the open card: date, evaluation, notes and, if you like, the next task. A sentence will do too: type into Ctrl K “Visit at Rochat yesterday, went well, quote on Friday”. After a call begun from a card, Carnet offers to log it, with its minutes.",
  "help.plan.title": "Plan: tasks and opportunities",
  "help.plan.text":
    "T makes a task with its due day; Today shows what is due and overdue. An opportunity moves from stage to stage, and each stage may ask for a task. Reminders by the system are set in Settings › Notifications.",
  "help.week.title": "Catch up on the week",
  "help.week.text":
    "Week puts the visits of a week into one grid, and proposes what tasks, calls and habits suggest. You write row by row, by keyboard alone if you like; ⏎ saves the row.",
  "help.import.title": "Import and export",
  "help.import.text":
    "Drop a .vcf or .csv file on the window, or open Import. A preview says what is new, already here or different before anything is written; one Undo takes all of it back. A card is dragged out of the window as a .vcf file.",
  "help.double.title": "Merge duplicates",
  "help.double.text":
    "Duplicates compares contacts and sorts them into safe, likely and to look at. For each field you choose the value that stays; nothing is lost, and a merge can be split again later.",
  "help.sync.title": "Work without a network",
  "help.sync.text":
    "Everything is saved on this device first, and synced as soon as the line is there. The bar below says what waits in the outbox. Where two people changed the same field, Sync shows both values and you choose. To share the notebook with colleagues, connect it to the company’s server: Sync › Connect, with the address and code from your IT department.",
  "help.safe.title": "Lock and back up",
  "help.safe.text":
    "Ctrl L locks the notebook; it also locks itself after some minutes (Settings › Security). Note the recovery code there: it opens the notebook when the passphrase is forgotten. Settings › Backup puts the whole notebook into one sealed file.",
  "help.keys.title": "Everything by keyboard",
  "help.keys.text":
    "? shows every command with its keys; each can be given another one. F6 goes from one part of the window to the next, Esc closes one level at a time, Ctrl ⏎ saves a form.",
  "news.title": "What’s new",
  "news.version": "Version {{version}}",
  "news.updated": "Carnet is now version {{version}}.",
  "news.show": "What’s new",
  "news.0_1.1":
    "The Today screen: what is due, who was not written up this week, what waits to be sent.",
  "news.0_1.2": "A whole week in one grid, with proposals.",
  "news.0_1.3":
    "The contact list as a table, with filters, views and bulk edits.",
  "news.0_1.4":
    "Import of business cards and tables with a preview; duplicates merged, and split again.",
  "news.0_1.5": "Letters, labels and the meeting brief on paper.",
  "news.0_1.6": "Lock, recovery code and sealed backup.",
  "news.0_1.7":
    "Every command with its keys, which can be changed; high contrast; this help.",
  "outside.map": "Open on a map",
  "settings.maps": "Maps",
  "settings.mapsIn": "Open addresses in",
  "settings.mapsHint": "Only the place is handed on, never the contact’s name.",
  "settings.maps.openstreetmap": "OpenStreetMap",
  "settings.maps.swisstopo": "map.geo.admin.ch",
  "settings.maps.google": "Google Maps",
  "settings.contrast": "High contrast",
  "settings.contrastHint":
    "Stronger texts and outlines; the system’s own setting counts too.",
};
