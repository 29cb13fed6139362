import { describe, expect, it } from "vitest";
import { createCsvReader } from "../../../../shared/table/csv-reader.ts";
import { guessShape } from "../../../../shared/table/guess-shape.ts";
import { readRow, type RowRules } from "../../../../shared/table/read-row.ts";
import { headRowOf, recognise } from "../../../../shared/table/recognise.ts";

function read(text: string, rules: Partial<RowRules> = {}) {
  const reader = createCsvReader(guessShape(text, true));
  const rows = [...reader.push(text), ...reader.end()].map(
    ({ cells }) => cells,
  );
  const at = headRowOf(rows);
  const head = at < 0 ? (rows[0] ?? []).map(() => "") : (rows[at] ?? []);
  const data = rows.slice(at + 1);
  const { columns, program } = recognise(head, data);
  const all: RowRules = {
    ...{ head, columns, source: "csv", dayOrder: "day-first", country: "CH" },
    ...{ prettyPhones: false, properCase: false, restToComment: false },
    ...{ fixes: {}, ...rules },
  };
  return { program, columns, contacts: data.map((row) => readRow(row, all)) };
}

describe("the exports of other programs", () => {
  it("Outlook in German", () => {
    const { program, contacts } = read(
      `"Anrede","Vorname","Weitere Vornamen","Nachname","Suffix","Firma","Abteilung","Position","Straße geschäftlich","Straße geschäftlich 2","Ort geschäftlich","Region geschäftlich","Postleitzahl geschäftlich","Land/Region geschäftlich","Straße privat","Ort privat","Postleitzahl privat","Fax geschäftlich","Telefon geschäftlich","Telefon Firma","Telefon privat","Mobiltelefon","E-Mail-Adresse","E-Mail-Typ","E-Mail: Angezeigter Name","E-Mail 2: Adresse","Geburtstag","Kategorien","Notizen","Webseite"
"Herr","Jürg","","Müller","","Käserei Emmental GmbH","Verkauf","Geschäftsführer","Dorfplatz 3","","Langnau","BE","3550","Schweiz","Höheweg 1","Bern","3006","034 555 44 09","034 555 44 00","","031 555 00 11","079 555 12 12","juerg@kaeserei.example","SMTP","Jürg Müller","jm@privat.example","22.3.1980","Kunden;VIP","Grüezi, ""Jürg""","www.kaeserei.example"`,
    );
    expect(program).toBe("outlook");
    expect(contacts).toMatchObject([
      {
        type: "person",
        name: "Jürg Müller",
        companyName: "Käserei Emmental GmbH",
        office: { address: "Dorfplatz 3", postCode: "3550", city: "Langnau" },
        birthday: "1980-03-22",
        categories: ["Kunden", "VIP"],
        fields: {
          firstName: "Jürg",
          surname: "Müller",
          jobTitle: "Geschäftsführer",
          address: "Dorfplatz 3",
          postCode: "3550",
          city: "Langnau",
          county: "BE",
          country: "CH",
          phone: "034 555 44 00",
          fax: "034 555 44 09",
          mobile: "079 555 12 12",
          email: "juerg@kaeserei.example",
          email2: "jm@privat.example",
          comment: 'Grüezi, "Jürg"',
          homePage: "www.kaeserei.example",
        },
        further: [
          { kind: "phone", value: "031 555 00 11", uses: ["home"] },
          { kind: "address", value: "Höheweg 1, 3006 Bern" },
        ],
        problems: [],
      },
    ]);
  });

  const one = (head: readonly string[], row: readonly string[]) =>
    read(`${head.join(";")}\n${row.join(";")}\n`);

  it("Outlook in French and English", () => {
    const french = one(
      [
        ...["Titre", "Prénom", "Deuxième prénom", "Nom", "Suffixe", "Société"],
        ...["Service", "Titre", "Rue (bureau)", "Rue (bureau) 2"],
        ...["Ville (bureau)", "Anniversaire"],
        ...["Dép/Région (bureau)", "Code postal (bureau)"],
        ...["Pays/Région (bureau)", "Rue (domicile)", "Ville (domicile)"],
        ...["Code postal (domicile)", "Télécopie (bureau)"],
        ...["Téléphone (bureau)", "Tél. mobile", "Téléphone (domicile)"],
        ...["Adresse de messagerie", "Type de messagerie", "Notes"],
      ],
      [
        ...["M.", "François", "", "Dupré", "", "Fromagerie Gruyère SA"],
        ...["Achats", "Acheteur", "Rue de la Gare 1", "Bât. B", "Pringy"],
        ...["0.0.00", "FR", "1663"],
        ...["Suisse", "Chemin 2", "Bulle", "1630", "026 555 01 29"],
        ...["026 555 01 02", "079 555 01 02", "026 555 09 09"],
        ...["f@gruyere.example", "SMTP", "À rappeler"],
      ],
    );
    expect(french).toMatchObject({
      program: "outlook",
      contacts: [
        {
          name: "François Dupré",
          companyName: "Fromagerie Gruyère SA",
          // Its headings say `Titre` twice.
          birthday: null,
          problems: [],
          fields: {
            ...{ address: "Rue de la Gare 1", address2: "Bât. B" },
            jobTitle: "Acheteur",
            ...{ postCode: "1663", city: "Pringy", county: "FR" },
            ...{ country: "CH", phone: "026 555 01 02", comment: "À rappeler" },
            ...{ mobile: "079 555 01 02", fax: "026 555 01 29" },
            email: "f@gruyere.example",
          },
        },
      ],
    });
    const english = one(
      [
        ...["First Name", "Last Name", "Company", "Business Street"],
        ...["Business City", "Business Postal Code"],
        ...["Business Country/Region", "Business Phone", "Mobile Phone"],
        ...["E-mail Address", "E-mail Type", "E-mail Display Name", "Web Page"],
      ],
      [
        ...["Zoé", "Müller", "Cave SA", "Quai 1", "Vevey", "1800"],
        ...["Switzerland", "021 555 12 12", "079 555 12 12"],
        ...["z@cave.example", "SMTP", "Zoé Müller (z@cave.example)"],
        "www.cave.example",
      ],
    );
    expect(english).toMatchObject({
      program: "outlook",
      contacts: [
        {
          ...{ name: "Zoé Müller", companyName: "Cave SA" },
          fields: {
            ...{ address: "Quai 1", city: "Vevey", postCode: "1800" },
            ...{ country: "CH", phone: "021 555 12 12" },
            ...{ email: "z@cave.example", homePage: "www.cave.example" },
          },
        },
      ],
    });
  });

  it("Google's second address is one of its own", () => {
    const { contacts } = one(
      [
        ...["Given Name", "Family Name", "Phone 1 - Value"],
        ...["Address 1 - Street", "Address 1 - City", "Address 2 - Formatted"],
        ...["Address 2 - Street", "Address 2 - City"],
      ],
      [
        ...["Zoé", "Müller", "021 555 12 12", "Quai 1", "Vevey"],
        ...["Chemin 2, Bulle", "Chemin 2", "Bulle"],
      ],
    );
    expect(contacts).toMatchObject([
      {
        fields: { address: "Quai 1", city: "Vevey" },
        further: [{ kind: "address", value: "Chemin 2, Bulle" }],
      },
    ]);
  });

  it("an address at home is no company's", () => {
    const { contacts } = one(
      ["Prénom", "Nom", "Société", "Rue (domicile)", "Ville (domicile)"],
      ["Zoé", "Müller", "Cave SA", "Chemin 2", "Bulle"],
    );
    expect(contacts).toMatchObject([
      { companyName: "Cave SA", fields: { address: "Chemin 2" } },
    ]);
    expect(contacts[0]).not.toHaveProperty("office");
  });

  it("Google, with what each value is beside it", () => {
    const { program, contacts } = one(
      [
        ...["First Name", "Last Name", "Organization Name"],
        ...["Organization Title", "Labels", "E-mail 1 - Label"],
        ...["E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value"],
        ...["Phone 2 - Label", "Phone 2 - Value", "Address 1 - Label"],
        ...["Address 1 - Formatted", "Address 1 - Street", "Address 1 - City"],
        ...["Address 1 - Postal Code", "Address 1 - Country"],
      ],
      [
        ...[
          "Zoé",
          "Müller",
          "Cave SA",
          "Achats",
          "VIP ::: * myContacts",
          "* Work",
        ],
        ...["z@a.example ::: y@a.example", "Mobile", "079 555 12 12", "Chalet"],
        ...["027 555 12 12", "Work", "Quai 1, 1800 Vevey", "Quai 1", "Vevey"],
        ...["1800", "CH"],
      ],
    );
    expect(program).toBe("google");
    expect(contacts).toMatchObject([
      {
        ...{ name: "Zoé Müller", companyName: "Cave SA", categories: ["VIP"] },
        fields: {
          ...{ jobTitle: "Achats", mobile: "079 555 12 12" },
          ...{ email: "z@a.example", email2: "y@a.example" },
          ...{ address: "Quai 1", city: "Vevey", postCode: "1800" },
          phone: "027 555 12 12",
        },
      },
    ]);
  });

  it.each([
    [
      "hubspot",
      "Record ID;First Name;Last Name;Email;Phone Number;Company Name;City",
      "7;Zoé;Müller;z@a.example;021 555 12 12;Cave SA;Vevey",
    ],
    [
      "salesforce",
      "Contact ID;First Name;Last Name;Account Name;Email;Phone;Mailing City",
      "0035;Zoé;Müller;Cave SA;z@a.example;021 555 12 12;Vevey",
    ],
    [
      "odoo",
      "id;name;parent_id;email;phone;city;is_company",
      "base.p7;Zoé Müller;Cave SA;z@a.example;021 555 12 12;Vevey;False",
    ],
    [
      "thunderbird",
      "First Name;Last Name;Display Name;Primary Email;Work Phone;Work City;Organization",
      "Zoé;Müller;Zoé Müller;z@a.example;021 555 12 12;Vevey;Cave SA",
    ],
    [
      "business-central",
      "N°;Nom;Nom société;N° téléphone;E-mail;Ville;Code vendeur",
      "CT000007;Zoé Müller;Cave SA;021 555 12 12;z@a.example;Vevey;CRO",
    ],
    [
      "business-central",
      "No.;Name;Company Name;Phone No.;Email;City;Salesperson Code",
      "CT000007;Zoé Müller;Cave SA;021 555 12 12;z@a.example;Vevey;CRO",
    ],
    [
      "business-central",
      "Nr.;Name;Firmenname;Telefonnr.;E-Mail;Ort;Verkäufercode",
      "CT000007;Zoé Müller;Cave SA;021 555 12 12;z@a.example;Vevey;CRO",
    ],
    [
      "thunderbird",
      "Vorname;Nachname;Anzeigename;Primäre E-Mail-Adresse;Telefon dienstlich;Ort dienstlich;Organisation",
      "Zoé;Müller;Zoé Müller;z@a.example;021 555 12 12;Vevey;Cave SA",
    ],
    [
      "thunderbird",
      "Prénom;Nom de famille;Nom à afficher;Adresse électronique principale;Tél. professionnel;Ville professionnelle;Société",
      "Zoé;Müller;Zoé Müller;z@a.example;021 555 12 12;Vevey;Cave SA",
    ],
    [
      "odoo",
      "id;name;parent_id;email;phone;city;is_company",
      "__export__.res_partner_7;Zoé Müller;Cave SA;z@a.example;021 555 12 12;Vevey;False",
    ],
    [
      "salesforce",
      "First Name;Last Name;Account Name;Mailing Street;Mailing City;Email;Phone",
      "Zoé;Müller;Cave SA;Quai 1;Vevey;z@a.example;021 555 12 12",
    ],
  ])("%s: %s", (name, head, row) => {
    const { program, contacts } = read(`${head}\n${row}\n`);
    expect(program).toBe(name);
    expect(contacts).toMatchObject([
      {
        ...{ type: "person", name: "Zoé Müller", companyName: "Cave SA" },
        fields: {
          ...{ email: "z@a.example", phone: "021 555 12 12", city: "Vevey" },
        },
      },
    ]);
  });
});

describe("a text is told apart into cells", () => {
  const cells = (text: string) => {
    const reader = createCsvReader(guessShape(text, true));
    return [...reader.push(text), ...reader.end()];
  };

  it("by its separator, its quotes and its line ends", () => {
    const wanted = [
      { line: 1, cells: ["a", "b, c"] },
      { line: 2, cells: ['d "e"', "two\nlines"] },
      { line: 4, cells: ["f", "g"] },
    ];
    expect(cells('a;b, c\r\n"d ""e""";"two\nlines"\r\n\r\nf;g')).toMatchObject([
      ...wanted.slice(0, 2),
      { line: 5, cells: ["f", "g"] },
    ]);
    expect(cells('a\t"b, c"\n"d ""e"""\t"two\nlines"\nf\tg\n')).toEqual(wanted);
    expect(cells("a,b\rc,d\r")).toMatchObject([
      { cells: ["a", "b"] },
      { cells: ["c", "d"] },
    ]);
  });

  it("a quote that is never closed costs its own line only", () => {
    expect(cells('a;b\n"c;d\ne;f\n')).toMatchObject([
      { cells: ["a", "b"] },
      { line: 2, problem: "unclosed-quote" },
      { line: 3, cells: ["e", "f"] },
    ]);
  });
});
