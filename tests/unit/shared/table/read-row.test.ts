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
});
