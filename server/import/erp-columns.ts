import { fold } from "../../shared/core/fold.ts";

/** What an ERP calls its columns, in the four languages of the country and in English, folded. */
const PURCHASES = {
  document:
    "document documentno docno belegnr beleg rechnungsnr rechnung facture nofacture nodocument numerodocument fattura documento nodoc",
  line: "line lineno ligne noligne zeile position pos riga",
  type: "type doctype typ art genre tipo documenttype belegart",
  customer:
    "customer customerno client noclient codeclient kunde kundennr cliente nocliente debitor debitorennr selltocustomerno",
  item: "item itemno article noarticle codearticle artikel artikelnr articolo noarticolo product produit",
  description:
    "description designation libelle bezeichnung beschreibung descrizione text texte",
  date: "date postingdate datum buchungsdatum belegdatum datecomptable datefacture data",
  quantity: "quantity qty quantite qte menge anzahl quantita",
  amount:
    "amount netamount montant montantnet montantht betrag nettobetrag importo importonetto amountlcy",
  currency: "currency currencycode devise monnaie wahrung valuta moneta",
  discount: "discount rabais remise rabatt sconto",
} as const;

const ACCOUNTS = {
  kind: "kind genre art tipo typ type",
  no: "no number numero nr nummer num code",
  name: "name nom firma raisonsociale nome ragionesociale bezeichnung",
  searchName: "searchname nomderecherche suchbegriff",
  address: "address adresse rue strasse indirizzo via street",
  address2: "address2 adresse2 zusatz indirizzo2",
  postCode: "postcode codepostal npa plz cap zip",
  city: "city ville localite ort stadt localita citta",
  county: "county canton kanton cantone",
  country: "country pays land paese countrycode codepays",
  phone: "phone telephone tel telefon telefono",
  mobile: "mobile natel handy cellulare portable",
  fax: "fax telefax",
  email: "email mail courriel",
  homePage: "homepage web website siteweb url",
  language: "language langue sprache lingua languagecode",
  currency: "currency devise monnaie wahrung valuta",
  territory: "territory secteur gebiet settore",
  vatNo: "vat vatno tva notva mwst mwstnr iva vatregistrationno uid ide",
  registrationNo: "registrationno noregistre handelsregister",
  salesperson:
    "salesperson vendeur verkaufer venditore codevendeur salespersoncode",
  blocked: "blocked bloque gesperrt bloccato",
} as const;

export const COLUMNS = { purchases: PURCHASES, accounts: ACCOUNTS } as const;

/**
 * Which column of the head holds which member; a column that means nothing to us (a margin, a cost) is not read at all.
 *
 * @param given by the operator: member → heading
 */
export function matchColumns(
  kind: keyof typeof COLUMNS,
  head: readonly string[],
  given: Readonly<Record<string, string>> = {},
): {
  readonly columns: ReadonlyMap<string, number>;
  readonly ignored: readonly string[];
} {
  const folded = head.map(wordOf);
  const columns = new Map<string, number>();
  for (const [member, words] of Object.entries(COLUMNS[kind])) {
    const wanted =
      given[member] === undefined
        ? [wordOf(member), ...words.split(" ")]
        : [wordOf(given[member])];
    const at = folded.findIndex(
      (word, i) => wanted.includes(word) && ![...columns.values()].includes(i),
    );
    if (at >= 0) columns.set(member, at);
  }
  const read = new Set(columns.values());
  return { columns, ignored: head.filter((_, i) => !read.has(i)) };
}

/** `N° client` and `No. Client` → `noclient`. */
function wordOf(heading: string): string {
  return fold(heading.replace(/[°º]/g, "o"))
    .replace(/\bnr\.?\s*(?=\w)/g, "")
    .replace(/[^a-z0-9]/g, "");
}
