import { expect, it } from "vitest";
import { contactOf, readBytes, readText, utf8 } from "./read-text.ts";

const card = (...lines: readonly string[]) =>
  ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");

it("quoted-printable in Latin-1 and in UTF-8 keeps its accents, also over soft line breaks", () => {
  const latin = contactOf(
    "2.1",
    "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:D=FCrr=3B;Ren=E9e",
    "ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Soci=E9t=E9 =",
    "G=E9n=E9rale;D=E9p=F4t",
  );
  expect(latin.fields).toMatchObject({ surname: "Dürr;", firstName: "Renée" });
  expect(latin.companyName).toBe("Société Générale");
  const utf = contactOf(
    "2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gen=C3=A8ve;Zo=C3=AB",
    "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=C3=A0 l=E2=80=99=C3=A9t=C3=",
    "=A9=0D=0Aligne 2",
  );
  expect(utf.fields).toMatchObject({
    surname: "Genève",
    firstName: "Zoë",
    comment: "à l’été\nligne 2",
  });
});

it("bytes without a word about their charset are UTF-8 where valid, else Windows-1252, line by line", () => {
  const mixed = contactOf(
    "3.0",
    utf8("N:Müller;Noël;;;"),
    "ADR;TYPE=WORK:;;Bahnhofstra\xdfe 1 \x96 2;Z\xfcrich;;8001;",
  );
  expect(mixed.fields).toMatchObject({
    surname: "Müller",
    firstName: "Noël",
    address: "Bahnhofstraße 1 – 2",
    city: "Zürich",
  });
});

it("a charset that the file declares wrongly, or that nobody knows, is survived", () => {
  const wrong = contactOf(
    "2.1",
    "N;CHARSET=UTF-8:D\xfcrr;Hans",
    "ORG;CHARSET=KLINGON:Caf\xe9",
  );
  expect(wrong.fields.surname).toBe("Dürr");
  expect(wrong.companyName).toBe("Café");
});

it("a charset that nobody knows is said where it matters, once", () => {
  const { problems } = contactOf(
    "2.1",
    "N;CHARSET=KLINGON:D\xfcrr;Hans",
    "ORG;CHARSET=KLINGON:Caf\xe9",
    "TITLE;CHARSET=ROMULAN:Chef",
    "NOTE;CHARSET=ISO-8859-1:\xe0",
  );
  expect(problems).toEqual([
    { field: "N", code: "charset-unknown", value: "KLINGON" },
  ]);
});

it.each([
  // Polish and South Slavic of programs that say nothing (The Bat!), and western words with the same letters.
  ["Iksi\xf1ski;Piotr", "Piotr Iksiński"],
  ["Petrovi\xe6;Zoran", "Zoran Petrović"],
  ["Paw\xb3owski;Micha\xb3", "Michał Pawłowski"],
  ["Mu\xf1oz;Bego\xf1a", "Begoña Muñoz"],
  ["S\xf8rensen;K\xe6the", "Kæthe Sørensen"],
  ["Dupr\xe9;H\xe9l\xe8ne", "Hélène Dupré"],
])("a name in a Windows charset that nobody names, %j, is %s", (n, name) => {
  expect(contactOf("2.1", `N:${n}`).name).toBe(name);
});

it("one broken byte, or one word in Windows-1252, does not cost a UTF-8 text its letters", () => {
  const note = (line: string) =>
    contactOf("3.0", "FN:A B", line).fields.comment;
  expect(note(`NOTE:${utf8("Zürich é ")}\xff`)).toBe("Zürich é ÿ");
  expect(note(`NOTE:${utf8("Zürich, été, ")}Caf\xe9 \x96`)).toBe(
    "Zürich, été, Café –",
  );
  expect(note(`NOTE;CHARSET=UTF-8:${utf8("Zürich café").slice(0, -1)}`)).toBe(
    "Zürich cafÃ",
  );
  // Mostly not UTF-8: all of it is Windows-1252.
  expect(note("NOTE:\xe9t\xe9 \xfcber \xc3\xa9")).toBe("été über Ã©");
});

it("a charset that is declared in a UTF-16 file speaks of quoted-printable bytes only", () => {
  const inUtf16 = (...lines: readonly string[]) => {
    const text = `\ufeff${["BEGIN:VCARD", "VERSION:2.1", ...lines, "END:VCARD", ""].join("\r\n")}`;
    const [read] = readBytes(
      new Uint8Array(Buffer.from(text, "utf16le")),
    ).cards;
    if (read?.kind !== "contact") throw new Error(JSON.stringify(read));
    return read.contact;
  };
  for (const charset of ["UTF-16", "WINDOWS-1252", "KLINGON"])
    expect(inUtf16(`N;CHARSET=${charset}:Dürr;Zoë`)).toMatchObject({
      name: "Zoë Dürr",
      problems: [],
    });
  expect(
    inUtf16("N;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:D=FCrr;Zo=EB").name,
  ).toBe("Zoë Dürr");
});

it("UTF-16 of both byte orders, with and without mark, is read in any pieces", () => {
  const text = card("N:Łuczak;Zoë;;;", "NOTE:𝒦 und ß");
  for (const little of [true, false]) {
    for (const mark of ["\ufeff", ""]) {
      const units = `${mark}${text}`;
      const bytes = new Uint8Array(units.length * 2);
      const view = new DataView(bytes.buffer);
      for (let i = 0; i < units.length; i++)
        view.setUint16(i * 2, units.charCodeAt(i), little);
      for (const step of [1, 3, bytes.length]) {
        const [read] = readBytes(bytes, step).cards;
        expect(read).toMatchObject({
          contact: {
            fields: { surname: "Łuczak", firstName: "Zoë", comment: "𝒦 und ß" },
          },
        });
      }
    }
  }
});

it("a fold in the middle of a letter of two bytes is undone", () => {
  const [a = "", b = ""] = utf8("é");
  expect(contactOf("3.0", `FN:Ren${a}`, ` ${b}e Fox`).name).toBe("Renée Fox");
});

it("2.1 keeps the blank of a fold, 3.0 takes it away", () => {
  expect(contactOf("2.1", "N:A;B", "NOTE:one", " two").fields.comment).toBe(
    "one two",
  );
  expect(contactOf("3.0", "N:A;B", "NOTE:one", " two").fields.comment).toBe(
    "onetwo",
  );
});

it("a backslash is an escape in 3.0 and a letter in 2.1", () => {
  expect(contactOf("3.0", "N:A;B", "NOTE:a\\, b\\nc\\\\n").fields.comment).toBe(
    "a, b\nc\\n",
  );
  expect(
    contactOf("2.1", "N:A;B", "NOTE:\\\\server\\new\\; x").fields.comment,
  ).toBe("\\\\server\\new; x");
});

it("who comes family first is not turned round", () => {
  for (const [lines, fields] of [
    [
      ["FN:Dürr Hans", "N:Dürr;Hans;;;"],
      ["Hans", "Dürr"],
    ],
    [["FN:Dürr\\, Hans"], ["Hans", "Dürr"]],
    [["N:Dürr, Hans"], ["Hans", "Dürr"]],
    [["N:Hans Dürr"], ["Hans", "Dürr"]],
    [
      ["FN:山田 太郎", "N:山田;太郎"],
      ["太郎", "山田"],
    ],
  ] as const) {
    const { contact } = onlyContact(card(...lines));
    expect([contact.fields.firstName, contact.fields.surname]).toEqual(fields);
  }
});

it("cards of organisations are companies: by KIND, by Apple's mark, by their name", () => {
  for (const lines of [
    ["KIND:org", "FN:Fromagerie SA"],
    ["X-ABShowAs:COMPANY", "N:;;;;", "ORG:Fromagerie SA;"],
    ["N:;;;;", "FN:Fromagerie SA", "ORG:Fromagerie SA"],
    ["ORG:Fromagerie SA"],
  ]) {
    expect(onlyContact(card(...lines)).contact).toMatchObject({
      type: "company",
      name: "Fromagerie SA",
      companyName: null,
    });
  }
});

it("countries become codes in any of our languages; a Swiss address is complete", () => {
  const country = (name: string) =>
    onlyContact(card("N:A;B", `ADR:;;Rue 1;Bulle;FR;1630;${name}`)).contact
      .fields.country;
  expect(
    ["Suisse", "SCHWEIZ", "Svizzera", "switzerland", "CH", "CHE"].map(country),
  ).toEqual(Array(6).fill("CH"));
  expect(["Österreich", "Allemagne", "D", "Stati Uniti"].map(country)).toEqual([
    "AT",
    "DE",
    "DE",
    "US",
  ]);
  expect(country("Syldavie")).toBeUndefined();
});

it("a group with a label, quoted parameters and RFC 6868 signs are read", () => {
  const { contact } = onlyContact(
    card(
      "N:A;B",
      "item1.TEL;type=pref:021 555 12 12",
      'item2.TEL;TYPE="work,cell":079 555 12 12',
      "ITEM3.tel:026 555 12 12",
      "item3.X-ABLabel:Ferme d’en haut",
      'X-LOST;X-P="a;b:c^nd":Wert',
    ),
  );
  expect(contact.fields).toMatchObject({
    phone: "021 555 12 12",
    mobile: "079 555 12 12",
  });
  expect(contact.further).toEqual([
    {
      kind: "phone",
      label: "Ferme d’en haut",
      uses: [],
      value: "026 555 12 12",
    },
  ]);
  expect(contact.kept).toEqual(['X-LOST;X-P="a;b:c^nd":Wert']);
});

it("a card without END is reported with its number and line; the next one is read", () => {
  const text = `${card("FN:A B")}BEGIN:VCARD\nFN:Cut\n${card("FN:C D")}BEGIN:VCARD\nFN:Cut too`;
  expect(readText(text).cards).toMatchObject([
    { kind: "contact", number: 1, line: 1 },
    { kind: "bad", number: 2, line: 5, reason: "truncated" },
    { kind: "contact", number: 3, line: 7 },
    { kind: "bad", number: 4, line: 11, reason: "truncated" },
  ]);
});

it("a card in a card (AGENT) does not end the outer one", () => {
  const { contact } = onlyContact(
    [
      "BEGIN:VCARD",
      "VERSION:2.1",
      "N:Chef;Anna",
      "AGENT:",
      "BEGIN:VCARD",
      "N:Hilfe;Bea",
      "TEL:1234567",
      "END:VCARD",
      "TEL:021 555 12 12",
      "END:VCARD",
    ].join("\n"),
  );
  expect(contact.fields).toMatchObject({
    firstName: "Anna",
    phone: "021 555 12 12",
  });
});

it("a card with nothing to call it by, and a list of members, are reported", () => {
  const text = `${card("TEL:021 555 12 12")}${card("KIND:group", "FN:Team")}`;
  expect(
    readText(text).cards.map((read) => read.kind === "bad" && read.reason),
  ).toEqual(["no-name", "group"]);
});

it("a card that is too large is left out, the next one is read", () => {
  const big = card("FN:Big One", `NOTE:${"x".repeat(5000)}`);
  const text = new TextEncoder().encode(`${big}${card("FN:Small One")}`);
  for (const step of [50, text.length]) {
    const { cards } = readBytes(text, step, { maxCardBytes: 2000 });
    expect(cards).toMatchObject([
      { kind: "bad", reason: "too-large", number: 1 },
      { kind: "contact", number: 2 },
    ]);
  }
});

it("what is no vCard is told by what it is, without reading it all", () => {
  const png = new Uint8Array(100_000).fill(7);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(readBytes(png, 4096)).toEqual({
    cards: [],
    problem: { reason: "not-a-vcard", looksLike: "image" },
  });
  expect(readBytes(new Uint8Array(0)).problem).toEqual({ reason: "empty" });
  expect(readText("Liebe Grüsse").problem).toEqual({
    reason: "not-a-vcard",
    looksLike: null,
  });
  expect(readText("BEGIN:VCALENDAR\nEND:VCALENDAR").problem).toEqual({
    reason: "not-a-vcard",
    looksLike: "calendar",
  });
});

it("the same card has the same external id each time, with UID or without", () => {
  const id = (...lines: string[]) => onlyContact(card(...lines)).contact;
  expect(id("FN:A B", "UID:urn:uuid:4f2a").externalId).toBe("4f2a");
  const first = id("FN:A B", "REV:2024-01-01T00:00:00Z").externalId;
  expect(first).toBe(id("FN:A B", "REV:2025-01-01T00:00:00Z").externalId);
  expect(first).not.toBe(id("FN:A C").externalId);
});

function onlyContact(text: string) {
  const { cards } = readText(text);
  const [read] = cards;
  if (cards.length !== 1 || read?.kind !== "contact")
    throw new Error(JSON.stringify(cards));
  return read;
}
