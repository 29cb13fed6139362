import { execFileSync } from "node:child_process";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import { findInFolder } from "../helpers/find-in-folder.ts";
import { headlessDevice } from "../helpers/headless-device.ts";
import { openOffice, type Office } from "../helpers/office.ts";

const root = path.resolve(import.meta.dirname, "../..");
const numbered = (n: number) => String(n).padStart(2, "0");
const SEVEN = [1, 2, 3, 4, 5, 6, 7];

/** Seven names, seven phones and six notes, none of which any program has reason to write. */
const names = SEVEN.map((n) => `Zwyssighüsli Wächterin ${numbered(n)}`);
const phones = SEVEN.map((n) => `+41 26 555 83 ${numbered(n)}`);
const notes = SEVEN.slice(1).map(
  (n) => `Rendez-vous très confidentiel numéro ${numbered(n)}`,
);
/** Base64 of a picture, as it stands in its document. */
const thumb = Buffer.from("Zwyssighüsli, sehr vertrauliches Bild").toString(
  "base64",
);
const planted = [...names, ...phones, ...notes, thumb];

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** A profile with the planted texts pulled from the server, and the first name and note typed in the window too. */
async function usedProfile(mainFile?: string): Promise<string> {
  const colleague = await headlessDevice({
    url: office.url(),
    code: await office.invite("C"),
    name: "C",
  });
  const id = (kind: number, n: number) =>
    `01890000-0000-7000-8000-${kind}${String(n).padStart(11, "0")}`;
  names.forEach((name, i) => {
    const contact = {
      id: id(1, i),
      type: "company" as const,
      name,
      phone: phones[i] ?? "",
    };
    const changes: Change[] = [
      { c: "contacts", id: contact.id, before: null, after: contact },
    ];
    if (i === 0) {
      const picture = {
        id: id(3, i),
        contactId: contact.id,
        name: "picture.jpg",
        mime: "image/jpeg",
        bytes: 38,
        sha256: "0".repeat(64),
        role: "picture" as const,
        thumb,
      };
      changes.push({
        c: "files",
        id: picture.id,
        before: null,
        after: picture,
      });
    }
    const result = notes[i];
    if (result) {
      const visit = {
        id: id(2, i),
        contactId: contact.id,
        date: "2026-03-12",
        result,
      };
      changes.push({
        c: "interactions",
        id: visit.id,
        before: null,
        after: visit,
      });
    }
    colleague.save(changes);
  });
  await colleague.settle();
  const laptop = await office.laptop("A", {
    connect: true,
    ...(mainFile ? { mainFile } : {}),
  });
  await laptop.untilStatus(/Up to date/);
  const [name = "", note = ""] = [names[0], notes[0]];
  await laptop.openCard(name);
  await laptop.page.getByText(note).waitFor();
  await laptop.logVisit(name, `${note} bis`);
  await laptop.clearFilter();
  await laptop.newCompany(`${name} bis`);
  await laptop.untilStatus(/Up to date/);
  await laptop.close();
  return office.profile("A");
}

test("a used profile holds none of 20 planted names, phones and notes in clear, and no picture", async () => {
  expect(planted).toHaveLength(21);
  expect(findInFolder(await usedProfile(), planted)).toEqual([]);
});

test("the same search finds them in a build made without sealing, so it can fail", async () => {
  execFileSync(process.execPath, ["build/build-all.ts"], {
    cwd: root,
    env: { ...process.env, CARNET_BUILD_UNSEALED: "1" },
  });
  const profile = await usedProfile(
    path.join(root, "dist-unsealed/electron/main.cjs"),
  );
  expect(findInFolder(profile, planted)).toEqual(planted);
});
