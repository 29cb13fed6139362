import type { RecoveryWords } from "./recovery-words.ts";

export const enRecovery: RecoveryWords = {
  "recovery.damagedTitle": "The readable copy on this device is damaged",
  "recovery.damagedText":
    "The disk does not give back what Carnet stored there. Nothing has been deleted.",
  "recovery.safeNone": "Everything that was saved here has reached the server.",
  "recovery.safe_one":
    "{{count}} entry that the server does not have yet is safe in a journal of its own.",
  "recovery.safe_other":
    "{{count}} entries that the server does not have yet are safe in a journal of their own.",
  "recovery.damagedNext":
    "Carnet can put the damaged copy aside, without deleting it, and make a new one from the journal and the server. Half-typed forms come back.",
  "recovery.rebuild": "Put aside and rebuild",
  "recovery.rebuildFailed":
    "The damaged copy could not be put aside; it is as it was. Free some space on the disk or restart the computer, then try again.",
  "recovery.newerTitle": "This notebook is from a newer version",
  "recovery.newerText":
    "A newer version of Carnet has opened it since. Nothing in it has been touched. Update Carnet on this computer, then open it again.",
  "recovery.unsentNone": "Nothing in it waits to be sent.",
  "recovery.unsent_one":
    "{{count}} entry has not been sent yet. It stays in the notebook; you can also export it to a file that anybody can read.",
  "recovery.unsent_other":
    "{{count}} entries have not been sent yet. They stay in the notebook; you can also export them to a file that anybody can read.",
  "recovery.export": "Export the unsent work",
  "recovery.exported": "Exported: {{file}}",
  "recovery.exportFailed":
    "The file could not be written. Choose another folder.",
};
