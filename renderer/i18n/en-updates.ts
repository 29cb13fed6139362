import type { UpdatesWords } from "./updates-words.ts";

export const enUpdates: UpdatesWords = {
  "updates.title": "Updates",
  "updates.state": "New version",
  "updates.mayHelp":
    "A new version may solve the problem. It replaces the program; your data is unchanged.",
  "updates.check": "Check now",
  "updates.checking": "Looking…",
  "updates.loading": "Carnet {{version}} is being downloaded: {{percent}}%",
  "updates.installing": "Carnet {{version}} is being installed…",
  "updates.notLooked": "Not looked for since the start.",
  "updates.newest": "This is the newest version ({{at}}).",
  "updates.off.unsupported":
    "This copy does not replace itself: get a new version from where it came from.",
  "updates.off.no-address": "No address is given: nothing is contacted.",
  "updates.failed.unreachable":
    "The update server gave no usable answer. Nothing was changed.",
  "updates.failed.foreign-feed":
    "What is said of the new version is not from the publisher of Carnet. Refused; nothing was changed.",
  "updates.failed.changed-package":
    "The new version was changed on its way. Refused; nothing was changed.",
  "updates.failed.not-installed":
    "The system did not install the new version: this is still the old one. Your data is unchanged.",
  "updates.failed.disk-full":
    "The disk is full: there was no room for the new version. Free some space, then check once more.",
  "updates.failed.disk": "The new version could not be written to the disk.",
  "updates.readyText": "Carnet {{version}} is ready.",
  "updates.replacedText": "Carnet is now version {{version}}.",
  "updates.whatsNew": "What’s new",
  "updates.newIn": "New in Carnet {{version}}",
  "updates.restart": "Restart and update",
  "updates.later": "Later",
  "updates.seen": "Got it",
  "updates.refused.no-snapshot":
    "No safety copy could be made: nothing was installed. Try again, or restart Carnet first.",
  "updates.refused.disk-full":
    "The disk is full: nothing was installed. Free some space, then try again.",
  "updates.refused.not-ready":
    "The new version is no longer ready. Check once more.",
  "updates.address": "Update address",
  "updates.addressHint":
    "An https folder of a file server. Empty: the one that the package names. Only what the publisher has signed counts.",
  "updates.addressBad":
    "Nothing is fetched from this address: it takes a folder with https://.",
  "updates.byItself": "Look by itself",
  "updates.byItselfHint":
    "Downloads in the background; nothing is installed without you.",
};
