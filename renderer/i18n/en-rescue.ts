import type { RescueWords } from "./rescue-words.ts";

export const enRescue: RescueWords = {
  "rescue.carefulTitle": "Carnet could not start",
  "rescue.carefulText":
    "The last two starts have shown nothing. Your entries are in a journal of their own, written twice; nothing is lost. Safe mode opens the notebook without sending or receiving anything.",
  "rescue.carefulOpen": "Open in safe mode",
  "rescue.openAsUsual": "Open as usual",
  "rescue.copyDiagnostics": "Copy diagnostics",
  "rescue.copied": "Diagnostics copied",
  "rescue.openLogs": "Open log folder",
  "rescue.diagnostics": "Diagnostics",
  "rescue.diagnosticsHint":
    "Versions, sizes, counts and technical logs; nothing about your contacts.",
  "rescue.wipedTitle": "The readable copy on this device is gone",
  "rescue.wipedText":
    "The system has cleared it, or the disk does not give it back. This is not a new notebook: everything can come back.",
  "rescue.fromSnapshot":
    "It comes back from the snapshot of {{at}}; what has come since is asked of the server. Half-typed forms come back, too.",
  "rescue.fromServer":
    "It comes back from the server and the journal as soon as there is a line. Half-typed forms come back, too.",
  "rescue.fromJournal":
    "It comes back from this device’s journal. Half-typed forms come back, too.",
  "rescue.bringBack": "Bring everything back",
  "rescue.diskLow": "Disk nearly full",
  "rescue.storeClosed": "Disk full: the readable copy has stopped",
  "rescue.storeClosedHint":
    "What is saved is in the journal. Free some space, then load again.",
  "rescue.loadAgain": "Load again",
  "rescue.diskHint":
    "Your entries go into reserved space and stay safe. Free some before that is full, too.",
};
