import { fold } from "../core/fold.ts";
import { ADDRESS_TARGETS, type ColumnUse, type Target } from "./targets.ts";

/** `Téléphone 2 (bureau)` → `telephone 2 bureau`, `E-Mail-Adresse` → `e mail adresse`. */
export function headingForm(heading: string): string {
  return fold(heading)
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Says something about another column, or about the program that wrote the file. */
const NOTHING =
  /\b(typ|type|tipo|yomi|phonetic|phonetisch\w*|photo|thumbnail|opt(ed)? (out|in)|bounced?|unsubscribed|stage|status|owner|proprietaire|nom complet de l adresse|parent id id|account id|company id|associated company id|last modified|created|modifie\w*)\b|^(e ?mail|adresse de messagerie).*(angezeigter name|display name|nom complet)|angezeigter name$|nom complet de l adresse|^file as$|^is |organi[sz]ation(s|al)? (id|nr)|regierungs|government|\d (label|type)$/;

const COMPANY =
  /\b(company|account|societe|firma|firmen\w*|azienda|ditta|entreprise|unternehmen\w*|organi[sz]ation|employer|employeur|arbeitgeber)\b/;

/** In this order: what stands first is meant before what stands later. */
const WORDS: readonly (readonly [Target, RegExp])[] = [
  [
    "visit.date",
    /\b(visit\w*|besuch\w*)\b.*\b(date|datum|data|am|du|del)\b|\b(date|datum|data)\b.*\b(visit\w*|besuch\w*)\b|^besuchsdatum$|^besuchstag$/,
  ],
  [
    "visit.time",
    /\b(visit\w*|besuch\w*)\b.*\b(time|heure|zeit|ora)\b|\b(time|heure|zeit|ora)\b.*\b(visit\w*|besuch\w*)\b|^besuchszeit$/,
  ],
  [
    "visit.result",
    /\b(visit\w*|besuch\w*)\b.*\b(result\w*|ergebnis|risultato|bericht|rapport)\b|^besuchs(ergebnis|bericht)$|\b(result\w*|ergebnis|risultato|compte rendu|rapport\w*|bericht)\b.*\b(visit\w*|besuch\w*)\b/,
  ],
  [
    "visit.text",
    /^(visit|visite|visita|besuch)$|\b(visit\w*|besuch\w*)\b.*\b(subject|objet|betreff|oggetto|description|beschreibung|descrizione|note\w*)\b|^besuchs(grund|betreff|notiz)$|\b(objet|oggetto|subject)\b.*\b(visit\w*)\b/,
  ],
  [
    "vatNo",
    /\bvat\b|\btva\b|\bmwst\b|\bust id|umsatzsteuer|\biva\b|identif intracom|^tax (id|no|number)|^uid$|^ide$|numero ide|uid nummer/,
  ],
  [
    "registrationNo",
    /registration (no|num)|handelsregister|registre du commerce|^siren$|^siret$|registro di commercio/,
  ],
  [
    "externalId",
    /^(record |contact |external |externe |kontakt ?|datensatz ?|identifiant |id externe)?id( externe)?( contact)?$|^record id\b|^identifiant( externe)?$|^id esterno$|^externe kennung$|^reference$|^cle$/,
  ],
  [
    "no",
    /^(no|n|nr|num|numero|nummer|number|contact no|kontaktnr|no contact|n contact|kontakt nr|n contatto|contact number)$/,
  ],
  [
    "birthYear",
    /^(birth year|geburtsjahr|annee de naissance|anno di nascita)$/,
  ],
  [
    "birthMonth",
    /^(birth month|geburtsmonat|mois de naissance|mese di nascita)$/,
  ],
  ["birthDay", /^(birth day|jour de naissance|giorno di nascita)$/],
  [
    "birthday",
    /^birthday$|^geburtstag$|geburtsdatum|date de naissance|^naissance$|^anniversaire$|compleanno|data di nascita|birth ?date|date of birth/,
  ],
  [
    "type",
    /^(contact type|art|genre|kind|typ|type|tipo|kontaktart|type de contact|tipo contatto|company type|is company|is a company|est une societe|ist ein unternehmen|e un azienda)$/,
  ],
  [
    "middleName",
    /middle|deuxieme prenom|additional name|weitere vornamen|zweiter vorname|secondo nome|autres prenoms/,
  ],
  [
    "firstName",
    /^(contact )?(first|given) ?name$|^first$|^prenom$|^vorname$|^rufname$|^prenom usuel$|^primo nome$/,
  ],
  [
    "surname",
    /^(contact )?(last|family) ?name$|^surname$|^last$|^nachname$|^familienname$|^zuname$|^nom de famille$|^cognome$/,
  ],
  [
    "title",
    /^(title|titre|titel|titolo|anrede|civilite|salutation|prefix|name prefix|prefisso|appellativo|courtesy title|formule d appel|honorific prefix)$/,
  ],
  ["suffix", /^(name |honorific )?suffix\w*$|^suffisso$|^namenszusatz$/],
  ["nickname", /nick ?name|spitzname|surnom|soprannome|pseudonyme/],
  [
    "jobTitle",
    /job ?title|^position$|^fonction$|^funktion$|^function$|^poste$|^beruf$|^profession$|^mansione$|^posizione$|^ruolo$|^role$|arbeitstitel|^titre1$|^titre de la fonction|organi[sz]ation (1 )?title|^qualifica$|stellenbezeichnung|^posizione lavorativa$|intitule du poste/,
  ],
  [
    "companyName",
    /^(company|organi[sz]ations?|firma|societe|societa|azienda|unternehmen|account|entreprise|employer|arbeitgeber|employeur|ditta|raison sociale|ragione sociale|firmenname|parent|parent id|related company|parent company|societe liee|societe mere|organi[sz]zazione)( 1)?( name)?$|^(company|account|associated company|organi[sz]ation( 1)?|customer|firmen?) ?name$|nom (de )?(la |l )?(societe|entreprise|organisation)|^nome (della )?(azienda|societa|ditta)|^name der firma|^unternehmensname|^organi[sz]ation(s)?name$|^nom du compte$/,
  ],
  [
    "name",
    /^(full |display |complete |contact |kontakt|prenom et )?(name|nom|nome)( complet| completo| affiche| visualizzato| du contact)?$|^anzeigename$|^angezeigter name$|^vollstandiger name$|^kontakt$|^contact$|^contatto$|^vor und nachname$|^nachname vorname$|^name vorname$|^nom prenom$|^nom et prenom$|^person$|^personne$|^persona$/,
  ],
  [
    "department",
    /^(department|abteilung|service|departement|reparto|dipartimento|ufficio)$|organi[sz]ation (1 )?department/,
  ],
  [
    "email",
    /e ?mail|courriel|messagerie|posta elettronica|electronique|elettronic|\bmail\b/,
  ],
  ["fax", /\bfax|telefax|telecopie/],
  ["mobile", /mobil|\bhandy|\bnatel\b|\bcell|\bportable\b|\bgsm\b|iphone/],
  ["pager", /\bpager|radiomessagerie|cercapersone|piepser/],
  [
    "phone",
    /phone|telefon|\btel\b|telephone|rufnummer|\brnis\b|\bisdn\b|^telex$|^callback$|^rappel$|^ruckmeldung$/,
  ],
  [
    "homePage",
    /\bweb\w*|home ?page|\burl\b|page internet|internetseite|\bsite\b|sito/,
  ],
  [
    "postCode",
    /\bnpa\b|\bplz\b|\bzip ?(code)?\b|postal ?code|code ?postal|codice postale|\bcap\b|postleitzahl|\bpost ?code\b/,
  ],
  ["poBox", /\bpo box\b|postfach|case postale|boite postale|casella postale/],
  [
    "country",
    /\bcountry|\bpays\b|\bland\b|\bpaese\b|\bnazione\b|\bstato\b|lander ?(regions)?code|landercode/,
  ],
  [
    "city",
    /\bcity\b|\bville\b|\bort\b|wohnort|\blocalit[ea]\b|\bcitta\b|\btown\b|\blieu\b|\bcomune\b|ortschaft/,
  ],
  [
    "county",
    /\bstate\b|\bprovinc\w+|\bcanton\w*|\bkanton\b|bundesland|\bregion\w*|\bcounty\b|^dep /,
  ],
  [
    "address2",
    /\b(street|address|strasse|rue|adresse|indirizzo|adresszeile|address line|ligne d adresse)( line)? ?[23]\b|\bstreet[23]\b|complement|zusatz|extended address|(strasse|rue|street|indirizzo|via) \S+ [23]$/,
  ],
  [
    "address",
    /street|strasse|\brue\b|\bvia\b|address\b|adresse\b|indirizzo|anschrift|formatted/,
  ],
  [
    "comment",
    /\bnotes?\b|notiz|bemerkung|remarque|\bcomment|kommentar|annotazion|beschreibung|description|descrizione|osservazion/,
  ],
  [
    "category",
    /categor|kategor|\blabels?$|group membership|^tags?$|etiquette|^gruppen?$|^groupes?$/,
  ],
  [
    "language",
    /^(langue|sprache|lingua|language)( code)?$|sprachcode|code langue/,
  ],
  [
    "salesperson",
    /^(vendeur|verkaufer|salesperson|venditore)( code)?$|code vendeur|verkaufercode/,
  ],
  [
    "territory",
    /^(secteur( de vente)?|territory|verkaufsgebiet|zona( di vendita)?)( code)?$/,
  ],
];

const PLACES: readonly (readonly [string, RegExp])[] = [
  [
    "home",
    /\bhome\b|privat|\bprive\b|domicile|personnel|\bpersonal\b|abitazione|\bcasa\b/,
  ],
  [
    "other",
    /\bother\b|\bautre\b|\bweitere[rs]?\b|\baltr[oaie]\b|shipping|livraison|liefer|spedizione/,
  ],
];

/** What a heading says its column is for; null when it says nothing that is known. */
export function useOfHeading(heading: string): ColumnUse | null {
  const form = headingForm(heading);
  if (form === "") return null;
  // Google counts addresses: its second one is no second line of an address.
  const said = form.replace(
    /^address \d+ (?=formatted|street|city|region|post|po box|country|extended)/,
    "address ",
  );
  const found = WORDS.find(([, words]) => words.test(said))?.[0];
  if (found === undefined || (found !== "type" && NOTHING.test(form)))
    return null;
  const numbered = /\baddress (\d+) \w/.exec(form)?.[1];
  const place = numbered ?? PLACES.find(([, words]) => words.test(form))?.[0];
  if (COMPANY.test(form)) {
    const own = OF_COMPANY[found];
    if (own) return { target: own };
  }
  if (found === "phone" && place === "home") return { target: "homePhone" };
  if (found === "phone" && (place === "other" || OTHER_PHONE.test(form)))
    return { target: "otherPhone" };
  const hasPlace =
    ADDRESS_TARGETS.has(found) || found === "fax" || found === "email";
  return hasPlace && place !== undefined
    ? { target: found, place }
    : { target: found };
}

const OTHER_PHONE =
  /assist|\bcar\b|voiture|auto|telex|isdn|rnis|radio|tty|horbehind|callback|rappel|ruckmeldung/;

const OF_COMPANY: Partial<Record<Target, Target>> = {
  phone: "company.phone",
  email: "company.email",
  homePage: "company.homePage",
  address: "company.address",
  postCode: "company.postCode",
  city: "company.city",
  country: "company.country",
  vatNo: "company.vatNo",
};
