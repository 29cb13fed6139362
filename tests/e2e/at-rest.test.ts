import { execFileSync } from "node:child_process";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import { findInFolder } from "../helpers/find-in-folder.ts";
import { headlessDevice } from "../helpers/headless-device.ts";
import { openOffice, type Office } from "../helpers/office.ts";

const root = path.resolve(import.meta.dirname, "../..");
const numbered = (n: number) => String(n).padStart(2, "0");
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

/** Fifty texts that no program has reason to write; the searched and the half typed ones are never saved. */
const names = upTo(14).map((n) => `Zwyssighüsli Wächterin ${numbered(n)}`);
const phones = upTo(14).map((n) => `+41 26 555 83 ${numbered(n)}`);
const notes = upTo(13).map(
  (n) => `Rendez-vous très confidentiel numéro ${numbered(n)}`,
);
const files = upTo(4).map((n) => `Offerte-Geheimrat-${numbered(n)}.pdf`);
const searched = upTo(3).map((n) => `Quittengelee ${numbered(n)}`);
const halfTyped = "Halbfertig Schwyzerörgeli";
/** Base64 of a picture, as it stands in its document. */
const thumb = Buffer.from("Zwyssighüsli, sehr vertrauliches Bild").toString(
  "base64",
);
const saved = [...names, ...phones, ...notes, ...files, thumb];
const planted = [...saved, ...searched, halfTyped];

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/**
 * A profile with the planted texts pulled from the server, the first name and note typed in the window too, and in the end
 * locked in the middle of a form; what of the texts is found while it is locked, and after the app has ended.
 */
async function foundIn(mainFile?: string): Promise<readonly string[]> {
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
    const file = files[i];
    if (file) {
      const picture = {
        id: id(3, i),
        contactId: contact.id,
        name: file,
        mime: "image/jpeg",
        bytes: 38,
        sha256: "0".repeat(64),
        ...(i === 0 ? { thumb, role: "picture" as const } : {}),
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
  for (const text of searched) await laptop.filter(text);
  await laptop.leaveFields();
  await laptop.press("c");
  await laptop.page.getByRole("dialog").waitFor();
  await laptop.page.keyboard.type(halfTyped);
  await laptop.page.waitForTimeout(500);
  await laptop.press("Control+l");
  await laptop.page
    .getByRole("heading", { name: "Open the notebook" })
    .waitFor();
  const profile = office.profile("A");
  const whileLocked = findInFolder(profile, planted);
  await laptop.close();
  const after = findInFolder(profile, planted);
  return planted.filter((one) => [...whileLocked, ...after].includes(one));
}

test("the profile of a used, locked app holds none of 50 planted texts, as it stands or with LevelDB's compression undone", async () => {
  expect(planted).toHaveLength(50);
  expect(await foundIn()).toEqual([]);
});

test("the same search finds at least 45 in a build made without sealing, so it can fail", async () => {
  execFileSync(process.execPath, ["build/build-all.ts"], {
    cwd: root,
    env: { ...process.env, CARNET_BUILD_UNSEALED: "1" },
  });
  const found = await foundIn(
    path.join(root, "dist-unsealed/electron/main.cjs"),
  );
  expect(found.length).toBeGreaterThanOrEqual(45);
  expect(found).toEqual(expect.arrayContaining(saved));
});
