import type { SampleWords } from "./sample-words.ts";

export const enSample: SampleWords = {
  "begin.title": "Begin",
  "begin.text":
    "Everything works on this device, with no network and no account; connecting can wait.",
  "begin.language": "Language",
  "begin.empty": "Start empty",
  "begin.emptyHint":
    "Nothing else to fill in: enter your first cards, or import them.",
  "begin.samples": "Try with sample data",
  "begin.samplesHint":
    "An invented company, removed with one click, without a trace.",
  "begin.samplesBusy":
    "One moment: the invented company moves in, with its visits and purchases…",
  "begin.restore": "Restore a backup…",
  "begin.restoreHint": "From another device, or from before.",
  "samples.here":
    "This is sample data: an invented company, on this device only.",
  "samples.remove": "Remove samples",
  "samples.removeText":
    "The samples disappear from this device, and nothing of them goes to a server. Your own cards stay.",
  "samples.own_one": "{{count}} entry of yours about a sample goes with them.",
  "samples.own_other": "{{count}} entries of yours about samples go with them.",
  "samples.removed": "The samples are removed.",
  "samples.failed": "That did not work; try once more.",
  "samples.connect": "The samples are removed as soon as you connect.",
};
