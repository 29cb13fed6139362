import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { photoOf } from "../../../../shared/vcard/photo.ts";
import type { ReadContact } from "../../../../shared/vcard/read-contact.ts";
import { readBytes } from "./read-text.ts";

/** Each expectation was compared by eye with the file. */
const folder = new URL("../../../fixtures/vcards/", import.meta.url);

function cardsOf(file: string) {
  const bytes = readFileSync(new URL(file, folder));
  const whole = readBytes(bytes);
  // In pieces of seven bytes the file says the same.
  expect(readBytes(bytes, 7)).toEqual(whole);
  return whole.cards.map((card) => {
    if (card.kind !== "contact") throw new Error(card.reason);
    return card;
  });
}

function only(file: string) {
  const cards = cardsOf(file);
  expect(cards).toHaveLength(1);
  const [card] = cards;
  if (!card) throw new Error("No card.");
  return card;
}

const values = (contact: ReadContact, kind: string) =>
  contact.further
    .filter((item) => item.kind === kind)
    .map(({ label, uses, value }) =>
      [label ?? uses.join("+"), value].join(": "),
    );

const LICENCE_END =
  "ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.";

describe("Outlook 2003 (2.1)", () => {
  const { contact } = only("outlook-2003.vcf");

  it("has its person, organisation, address and page", () => {
    expect(contact).toMatchObject({
      type: "person",
      name: "John Doe",
      companyName: "Company, The",
      birthday: "1980-03-21",
    });
    expect(contact.fields).toEqual({
      firstName: "John",
      surname: "Doe",
      jobTitle: "The Job Title",
      email: "jdoe@hotmail.com",
      homePage: "http://web-page-address.com",
      address: "123 Main St",
      address2: "TheOffice",
      postCode: "12345",
      city: "Austin",
      county: "TX",
      country: "US",
      comment: "This is the note field!!\nSecond line\n\nThird line is empty",
    });
  });

  it("LOC-1: its phones are words: they are further channels, and reported", () => {
    expect(values(contact, "phone")).toEqual([
      "work: BusinessPhone",
      "fax+work: BusinessFaxPhone",
      "mobile: MobilePhone",
      "home: HomePhone",
    ]);
    expect(contact.problems.map(({ code }) => code)).toEqual(
      Array(4).fill("letters-in-phone"),
    );
  });

  it("keeps what has no field of ours", () => {
    expect(contact.kept).toContain("N:Doe;John;;Mr.;III");
    expect(contact.kept).toContain("ORG:Company\\, The;TheDepartment");
    expect(contact.kept).toContain(
      "LABEL;TYPE=WORK:TheOffice\\n123 Main St\\nAustin\\, TX 12345\\nUnited States of America",
    );
    expect(contact.kept.some((line) => line.startsWith("KEY;TYPE=X509"))).toBe(
      true,
    );
  });
});

it("Outlook (2.1): names, phones, addresses, note and picture", () => {
  const { contact, card } = only("John_Doe_MS_OUTLOOK.vcf");
  expect(contact.companyName).toBe("IBM");
  const { comment, ...fields } = contact.fields;
  expect(fields).toEqual({
    firstName: "John",
    middleName: "Richter,James",
    surname: "Doe",
    jobTitle: "Money Counter",
    phone: "(905) 555-1234",
    email: "john.doe@ibm.cm",
    homePage: "http://www.ibm.com",
    address: "Cresent moon drive",
    postCode: "12345",
    city: "Albaney",
    county: "New York",
    country: "US",
  });
  expect(comment).toMatch(/^THIS SOFTWARE IS PROVIDED BY GEORGE EL-HADDAD ''/);
  expect(comment?.endsWith(LICENCE_END)).toBe(true);
  expect(values(contact, "phone")).toEqual(["home: (905) 666-1234"]);
  expect(values(contact, "address")).toEqual([
    "home: Silicon Alley 5, 12345 New York, New York, United States of America",
  ]);
  expect(contact.birthday).toBe("1980-03-22");
  expect(contact.kept).toContain(
    "LABEL;TYPE=HOME:Silicon Alley 5\\,\\nNew York\\, New York  12345",
  );
  expect(contact.kept).toContain("X-MS-ASSISTANT:Jenny");
  expect(photoOf(card)).toMatchObject({ kind: "bytes", mime: "image/jpeg" });
});

it("Apple's address book (3.0): six phones, two addresses, picture", () => {
  const { contact, card } = only("John_Doe_MAC_ADDRESS_BOOK.vcf");
  expect(contact.companyName).toBe("IBM");
  const { comment, ...fields } = contact.fields;
  expect(fields).toEqual({
    firstName: "John",
    middleName: "Richter,James",
    surname: "Doe",
    jobTitle: "Money Counter",
    phone: "905-777-1234",
    mobile: "905-555-1234",
    fax: "905-999-1234",
    pager: "905-111-1234",
    email: "john.doe@ibm.com",
    homePage: "http://www.ibm.com",
    address: "Silicon Alley 5",
    postCode: "12345",
    city: "New York",
    county: "New York",
    country: "US",
  });
  expect(comment).toContain('CONTRIBUTORS "AS IS" AND ANY EXPRESS');
  expect(comment?.endsWith(`${LICENCE_END}\nFavotire Color: Blue`)).toBe(true);
  expect(values(contact, "phone")).toEqual([
    "AssistantPhone: 905-222-1234",
    "home: 905-666-1234",
    "fax+home: 905-888-1234",
  ]);
  expect(values(contact, "address")).toEqual([
    "work: Street4, Building 6, Floor 8, 12345 New York, USA",
  ]);
  expect(contact.kept).toContain("ORG:IBM;Accounting");
  expect(contact.kept).toContain("NICKNAME:Johny");
  const photo = photoOf(card);
  expect(photo).toMatchObject({ kind: "bytes", mime: "image/jpeg" });
  const bytes = photo?.kind === "bytes" ? photo.bytes : new Uint8Array();
  expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9]);
});

it("Gmail (3.0): an address in one text with its country below", () => {
  const { contact } = only("John_Doe_GMAIL.vcf");
  const { comment, ...fields } = contact.fields;
  expect(contact.companyName).toBe("IBM");
  expect(fields).toEqual({
    firstName: "John",
    middleName: "Richter, James",
    surname: "Doe",
    jobTitle: "Money Counter",
    phone: "905-666-1234",
    mobile: "905-555-1234",
    email: "john.doe@ibm.com",
    homePage: "http://www.ibm.com",
    address: "Crescent moon drive",
    address2: "555-asd, Nice Area, Albaney, New York 12345",
    country: "US",
  });
  expect(comment).toContain("PARTICULAR PURPOSE ARE DISCLAIMED");
  expect(comment?.endsWith(`${LICENCE_END}\nFavotire Color: Blue`)).toBe(true);
  expect(contact.kept).toContain("item2.X-ABRELATEDNAMES:Jenny");
});

it("Gmail (3.0): every further number, address and page keeps its label", () => {
  const { contact } = only("gmail-single2.vcf");
  expect(contact.companyName).toBe("TheCompany");
  expect(contact.fields).toEqual({
    firstName: "VCard",
    surname: "Test",
    jobTitle: "TheJobTitle",
    phone: "5555551113",
    mobile: "5555551115",
    fax: "5555551118",
    pager: "5555551120",
    email: "workemail@example.com",
    email2: "email@example.com",
    homePage: "http://www.example5.com",
    address: "113 Main St",
    postCode: "10011",
    city: "NY",
    county: "New York",
    comment: "note line 1\nnote line 2\nCustomField: field value",
  });
  expect(values(contact, "phone")).toEqual([
    ": 5555551111",
    ": 5555551114",
    "main: 5555551116",
    "GRAND_CENTRAL: 5555551119",
    "CustomePhoneCategory: 5555551121",
    "home: 5555551112",
    "fax+home: 5555551117",
  ]);
  expect(values(contact, "email")).toEqual([
    ": otheremail@example.com",
    "CustomEmailCategory: customcategory@example.com",
    "home: homeemail@example.com",
  ]);
  expect(values(contact, "address")).toEqual([
    ": 111 Main St, 10011 NY, New York",
    ": 114 Main St, 10011 NY, New York",
    "CustomAddressCategory: 115 Main St, 10011 NY, New York",
    "home: 112 Main St, 10011 NY, New York",
  ]);
  expect(values(contact, "homePage")).toEqual([
    ": http://www.example1.com",
    "PROFILE: http://www.example2.com",
    "BLOG: http://www.example3.com",
    "HomePage: http://www.example4.com",
    "CustomWebsiteCategory: http://www.example6.com",
  ]);
  expect(contact.kept).toContain("X-SKYPE:IM5");
  expect(contact.kept).toContain("item25.X-ABLABEL:CustomRelationCategory");
});

it("RFC 2426 (3.0): two cards without N in one file", () => {
  const [frank, tim] = cardsOf("rfc2426-example.vcf");
  expect(frank?.contact).toMatchObject({
    name: "Frank Dawson",
    companyName: "Lotus Development Corporation",
    kept: [],
  });
  expect(frank?.contact.fields).toEqual({
    firstName: "Frank",
    surname: "Dawson",
    phone: "+1-919-676-9515",
    fax: "+1-919-676-9564",
    email: "Frank_Dawson@Lotus.com",
    email2: "fdawson@earthlink.net",
    homePage: "http://home.earthlink.net/~fdawson",
    address: "6544 Battleford Drive",
    postCode: "27613-3502",
    city: "Raleigh",
    county: "NC",
    country: "US",
  });
  expect(tim).toMatchObject({ number: 2, line: 13 });
  expect(tim?.contact.companyName).toBe("Netscape Communications Corp.");
  expect(tim?.contact.fields).toEqual({
    firstName: "Tim",
    surname: "Howes",
    phone: "+1-415-937-3419",
    fax: "+1-415-528-4164",
    email: "howes@netscape.com",
    address: "501 E. Middlefield Rd.",
    postCode: "94043",
    city: "Mountain View",
    county: "CA",
    country: "US",
  });
});

it("RFC 6350 (4.0): addresses as URIs, an extension, a birthday without year", () => {
  const { contact } = only("rfc6350-example.vcf");
  expect(contact).toMatchObject({
    companyName: "Viagenie",
    birthday: "--02-03",
  });
  expect(contact.fields).toEqual({
    firstName: "Simon",
    surname: "Perreault",
    phone: "+1-418-656-9254",
    extension: "102",
    mobile: "+1-418-262-6501",
    email: "simon.perreault@viagenie.ca",
    homePage: "http://nomis80.org",
    address: "2875 Laurier",
    address2: "Suite D2-630",
    postCode: "G1V 2M2",
    city: "Quebec",
    county: "QC",
    country: "CA",
  });
  expect(contact.kept).toContain("N:Perreault;Simon;;;ing. jr,M.Sc.");
  expect(contact.kept).toContain(
    "KEY;TYPE=work;VALUE=uri:http://www.viagenie.ca/simon.perreault/simon.asc",
  );
});
