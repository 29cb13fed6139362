import type { CallWords } from "./call-words.ts";

export const deCHCall: CallWords = {
  "call.ask": "Diesen Anruf festhalten?",
  "call.log": "Anruf festhalten",
  "call.noProgram": "Kein Programm auf diesem Computer kann anrufen.",
  "mail.ask": "E-Mail geschrieben? Festhalten?",
};
