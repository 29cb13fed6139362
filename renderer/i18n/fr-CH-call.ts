/** After a call. */
export const frCHCall = {
  "call.ask": "Noter cet appel ?",
  "call.log": "Noter l’appel",
  "call.noProgram": "Aucun programme de cet ordinateur n’appelle.",
  "mail.ask": "E-mail écrit ? Le noter ?",
} as const;
