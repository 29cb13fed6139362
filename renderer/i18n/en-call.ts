import type { CallWords } from "./call-words.ts";

export const enCall: CallWords = {
  "call.ask": "Log this call?",
  "call.log": "Log call",
  "call.noProgram": "No program on this computer makes calls.",
  "mail.ask": "Mail written? Log it?",
};
