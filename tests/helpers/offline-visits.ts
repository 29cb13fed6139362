import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { EnrollAnswer, PullAnswer } from "../../shared/sync/protocol.ts";
import { askServer } from "./ask-server.ts";
import type { Carnet } from "./carnet-app.ts";
import { startCuttableLine } from "./cuttable-line.ts";
import { openOffice } from "./office.ts";
import { until } from "./until.ts";

const COMPANY = "Fromagerie Gruyère-Est SA";
/** The Fridays of three weeks. */
const FRIDAYS = ["2026-02-27", "2026-03-06", "2026-03-13"] as const;
const MEGABYTE = 1024 * 1024;

/** What the server has. */
interface OnServer {
  readonly visits: number;
  /** Photos that a visit names, and those of them whose bytes are all there. */
  readonly photos: number;
  readonly whole: number;
}

export interface OfflineVisitsReport {
  readonly madeMegabytes: readonly number[];
  readonly cuts: number;
  readonly atSecondCut: OnServer;
  readonly sent: OnServer;
}

/** Makes so many visits over three weeks without a line, then sends them over one that breaks twice. */
export async function offlineVisits(
  wanted: { readonly visits: number; readonly photos: number },
  say: (words: string) => void = () => {},
): Promise<OfflineVisitsReport> {
  const office = await openOffice();
  const line = await startCuttableLine();
  try {
    const through = line.through(office.url());
    let a = await office.laptop("A", { connect: true, through });
    await a.untilStatus(/Up to date/);
    await a.newCompany(COMPANY);
    await a.untilStatus(/Up to date/);
    await a.close();
    line.cut();

    const madeMegabytes: number[] = [];
    let made = 0;
    for (const [week, friday] of FRIDAYS.entries()) {
      a = await office.laptop("A", { args: [`--work-date=${friday}`] });
      await a.openCard(COMPANY);
      const goal = Math.round((wanted.visits * (week + 1)) / FRIDAYS.length);
      for (; made < goal; made++) {
        // Spread over the visits, as many as are wanted.
        const before = Math.floor((made * wanted.photos) / wanted.visits);
        const after = Math.floor(((made + 1) * wanted.photos) / wanted.visits);
        const photos = [];
        for (let n = before; n < after; n++)
          photos.push(await photo(a.page, n, wanted.photos));
        madeMegabytes.push(...photos.map(({ length }) => megabytes(length)));
        await write(a, made + 1, photos);
      }
      say(`week ${week + 1}: ${made} visits, ${madeMegabytes.length} photos`);
      await a.close();
    }

    const ask = await inspector(office);
    let cuts = 0;
    const onceCut = async () => {
      await until(
        () => Promise.resolve(line.isCut()),
        (cut) => cut,
        120_000,
      );
      cuts += 1;
    };
    a = await office.laptop("A", { args: [`--work-date=${FRIDAYS[2]}`] });
    line.mend("POST /v1/sync/push");
    await a.press("F5");
    await onceCut();
    say("cut while the text was sent");
    line.mend("PATCH /v1/files");
    await a.press("F5");
    await onceCut();
    const atSecondCut = await ask();
    say(`cut while photos were sent: ${JSON.stringify(atSecondCut)}`);
    line.mend();
    await a.press("F5");
    await a.untilStatus(/Up to date/, 180_000);
    let sent = await ask();
    for (let n = 0; n < 60 && sent.whole < wanted.photos; n++) {
      await setTimeout(2_000);
      sent = await ask();
    }
    await a.close();
    return { madeMegabytes, cuts, atSecondCut, sent };
  } finally {
    await office.close();
    await line.close();
  }
}

function megabytes(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 10) / 10;
}

/** One visit on the open card, with its photos. */
async function write(
  { page }: Carnet,
  n: number,
  photos: readonly Buffer[],
): Promise<void> {
  const dialog = page.getByRole("dialog");
  await page.keyboard.press("v");
  await dialog.waitFor();
  await dialog.getByLabel("Result").fill(`Visite ${n} : vu l'atelier`);
  if (photos.length > 0) {
    await dialog.locator("input[type=file]").setInputFiles(
      photos.map((buffer, i) => ({
        ...{ name: `IMG_${n}_${i + 1}.jpeg`, mimeType: "image/jpeg", buffer },
      })),
    );
    await dialog
      .getByRole("list", { name: /^Photos/ })
      .getByRole("listitem")
      .nth(photos.length - 1)
      .waitFor();
  }
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
}

/** A JPEG of noise, which no packing makes smaller: from two to six megabytes, as a camera's are. */
async function photo(page: Page, n: number, of: number): Promise<Buffer> {
  const side = Math.round(1_800 + (n * 1_000) / Math.max(1, of - 1));
  const url = await page.evaluate(async (size) => {
    const canvas = new OffscreenCanvas(size, size);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    const image = context.createImageData(size, size);
    for (let at = 0; at < image.data.length; at += 65_536)
      crypto.getRandomValues(image.data.subarray(at, at + 65_536));
    for (let at = 3; at < image.data.length; at += 4) image.data[at] = 255;
    context.putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({
      ...{ type: "image/jpeg", quality: 0.85 },
    });
    return new Promise<string>((done) => {
      const reader = new FileReader();
      reader.onload = () =>
        done(typeof reader.result === "string" ? reader.result : "");
      reader.readAsDataURL(blob);
    });
  }, side);
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

/** Asks the server itself, not over the line. */
async function inspector(
  office: Awaited<ReturnType<typeof openOffice>>,
): Promise<() => Promise<OnServer>> {
  const url = office.url();
  const code = await office.invite("Inspector");
  const { access } = await askServer<EnrollAnswer>(url, "/v1/enroll", {
    ...{ code, deviceName: "Inspector" },
  });
  return async () => {
    const { docs } = await askServer<PullAnswer>(
      url,
      "/v1/sync/pull",
      {
        ...{ proto: 1, schema: 1, epoch: null, limit: 1_000 },
        cursors: { interactions: 0, files: 0 },
      },
      access,
    );
    const files = docs.filter(({ c, deleted }) => c === "files" && !deleted);
    const ends = await Promise.all(
      files.map(async ({ v }) => {
        const sha256 = v?.["sha256"];
        return (
          typeof sha256 === "string" && (await isWhole(url, access, sha256))
        );
      }),
    );
    return {
      visits: docs.filter(({ c, deleted }) => c === "interactions" && !deleted)
        .length,
      photos: files.length,
      whole: ends.filter(Boolean).length,
    };
  };
}

async function isWhole(
  url: string,
  access: string,
  sha256: string,
): Promise<boolean> {
  const head = await fetch(`${url}/v1/files/${sha256}`, {
    method: "HEAD",
    headers: { authorization: `Bearer ${access}`, "tus-resumable": "1.0.0" },
  });
  const length = head.headers.get("upload-length");
  return (
    head.ok && length !== null && head.headers.get("upload-offset") === length
  );
}
