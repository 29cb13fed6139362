/** How people say what kind of contact it was, folded; the first that is said counts. A visit at theirs needs no word. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    "INCOME",
    /\b(?:(?:m'|nous |m' )(?:a|ont) (?:appele|rappele|telephone|contacte par tel)|(?:a|ont) (?:appele|telephone|rappele) (?:hier|ce matin|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|pour)|(?<!j'|ai )\ba telephone\b|(?:appel|tel|telephone) (?:entrant|de la part|de (?:m\.|mme|monsieur|madame|\p{Lu}))|appel recu|(?:hat|haben|het) (?:\S+ ){0,4}(?:angerufen|telefoniert|alute|aaglute|aglute)|(?:meldet|meldete|gemeldet) (?:sich )?(?:\S+ )?telefonisch|ruft? an\b|eingehender anruf|anruf (?:von|erhalten)|(?:mi|ci) (?:ha|hanno) (?:chiamat|telefonat|richiamat)\w*|ha (?:chiamato|telefonato)|chiamata (?:da|in entrata|ricevuta)|(?:rang|phoned) (?:me|us|in|today|yesterday|this|about|to|on|up)\b|rang\b|called (?:me|us|in)\b|(?:incoming|inbound) call|call from|got a call|phoned (?:me|us))/u,
  ],
  [
    "EMAIL",
    /\b(?:e-?mailed|(?:mail|e-?mail|courriel)s? (?:envoyee?s?|a |au |aux |an |to |de |geschickt|gesendet|inviat[ao]|sent)|(?:envoye|ecrit|repondu) (?:un |par |une )?(?:e-?mail|mail|courriel)|(?:par|per|via|by) (?:e-?mail|mail|courriel)|(?:inviat[ao]|mandat[ao]|scritt[ao]) (?:una |un' ?)?(?:e-?mail|mail)|(?:sent|wrote) (?:\S+ ){0,3}(?:an )?e-?mail|(?:e-?)?mail geschrieben|gemailt)\b/u,
  ],
  [
    "OUTGOING",
    /\b(?:(?:j'ai |ai )?(?:appele|rappele|telephone) (?!par)|(?:appel|rappel|tel\.?|telephone|coup de (?:fil|tel)|coup de telephone|entretien telephonique|conversation telephonique) (?:a|avec|chez|du|au|avec|sortant|\p{L})|telephonique|(?:au|par) (?:telephone|tel)\b|(?:angerufen|telefon(?:at|iert|isch|gesprach)|anruf (?:bei|an)|telefon mit|tel\.? mit|telefon|telefonanruf|aaglute|aglute|glute)|per telefon|am telefon|combox|beantworter|zu erreichen|chiamat[oa]|telefonat[oa]|telefonic[oa]|(?:per|al) telefono|sentit[oa] (?:\S+ ){0,3}(?:per|al) tel\w*|segreteria|(?:re)?called|phoned|rung|(?:phone |quick |short |video ?)?call (?:w\/|with|to)|(?:on|by|over) the phone|by phone|(?:phone|telephone) (?:call|conversation)|voice ?mail|(?:tried|trying) to (?:reach|call|ring)|spoke (?:\S+ ){0,3}(?:on|over) the phone|repondeur|messagerie)/u,
  ],
  ["WORKSHOP", /\b(?:workshops?|atelier (?:avec|chez|de|sur)|ateliers?)\b/u],
  [
    "INHOUSE",
    /\b(?:(?:chez|dans nos|a nos) (?:nous|locaux|bureaux)|(?:dans|a) notre (?:bureau|showroom|usine|siege)|venue?s? (?:chez|nous)|bei uns|in unser\w* (?:buro|showroom|haus|firma)|da noi|(?:nel|in|presso) nostr\w+ (?:ufficio|sede|showroom)|at our (?:office|place|showroom|site|premises|plant)|in our (?:office|showroom)|over at our|came to (?:us|our))\b/u,
  ],
];

/** The interaction template that a story speaks of; null = the usual one. */
export function kindIn(text: string): string | null {
  return KINDS.find(([, words]) => words.test(text))?.[0] ?? null;
}
