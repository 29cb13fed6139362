import type { AttachWords } from "./attach-words.ts";

export const enAttach: AttachWords = {
  "attach.add": "Attach photos or files…",
  "attach.title": "Photos and files",
  "attach.remove": "Remove {{name}}",
  "attach.busy_one": "Preparing {{count}} file",
  "attach.busy_other": "Preparing {{count}} files",
  "attach.empty": "“{{name}}” is empty and is not attached.",
  "attach.tooLarge":
    "“{{name}}” is over 25 MB and is not attached. Everything else is kept.",
  "attach.visitFull":
    "“{{name}}” is not attached: a visit holds at most 50 files and 100 MB.",
  "attach.unreadable": "“{{name}}” cannot be read. Try choosing it again.",
  "attach.disk":
    "“{{name}}” is not attached: the disk did not take it. Make room and attach it again.",
  "attach.standing.waiting": "Waits to be sent",
  "attach.standing.refused":
    "Refused by the server; the file stays on this device",
  "attach.previous": "Previous",
  "attach.next": "Next",
  "attach.save": "Save as…",
  "attach.saved": "{{name}} is saved",
  "attach.notSaved": "{{name}} could not be written there",
  "attach.reading": "Reading the file",
  "attach.noLine":
    "Not on this device yet; it comes as soon as there is a line.",
  "attach.notThere": "The device that attached it has not sent it yet.",
  "attach.refusedTitle": "Refused files",
  "attach.refusedHint":
    "The server does not take these files. They stay on this device: save them elsewhere, or remove them.",
};
