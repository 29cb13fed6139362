import type { CallWords } from "./call-words.ts";

export const itCHCall: CallWords = {
  "call.ask": "Annotare questa chiamata?",
  "call.log": "Annota la chiamata",
  "call.noProgram": "Nessun programma di questo computer può chiamare.",
  "mail.ask": "E-mail scritta? Annotarla?",
};
