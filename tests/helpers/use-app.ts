import type { Carnet } from "./carnet-app.ts";
import { onCard } from "./card-user.ts";

/** Screens of scrolling, one a frame. */
const FRAMES = 200;
const PIXELS = 700;

/** What a person does in a minute or so: finds, scrolls, reads, mends a card, logs a visit, takes both back, looks around. */
export async function oneTurn(carnet: Carnet, turn: number): Promise<void> {
  const { page, press } = carnet;
  const rows = page.locator("[role=row][data-index]");
  await carnet.openContacts();
  await rows.first().waitFor();
  await scroll(carnet);
  await carnet.filter(WORDS[turn % WORDS.length] ?? "");
  await page.waitForTimeout(500);
  // Somebody of this name is in every notebook of the bench.
  await carnet.filter("fav");
  await rows.filter({ hasText: /fav/i }).first().waitFor();
  await scroll(carnet);
  // A row that is replaced between the button's down and up is not clicked.
  await scrollToTop(carnet);
  await page.locator("[role=row][data-index='0']").click();
  // The card that was open before stands there until this one comes.
  await page.waitForTimeout(2_000);
  const heading = page.getByRole("main").getByRole("heading", { level: 1 });
  const who = await heading.innerText();

  const card = onCard(carnet);
  const before = await card.valueOf("address");
  const address = `Route de l'Essai ${turn}`;
  await card.write("address", address);
  await card.shows("address", address);
  await carnet.logVisit(who, `Essai numéro ${turn}`);
  // First the visit, then the address: a key that meets a page just being drawn is pressed again.
  for (let i = 0; i < 6 && (await card.valueOf("address")) !== before; i++) {
    await carnet.leaveFields();
    await press("Control+Z");
    await page.waitForTimeout(1_500);
  }
  await card.shows("address", before);

  for (const name of ["Today", "Week", "Contacts"]) {
    await carnet.leaveFields();
    await page.getByRole("navigation").getByRole("link", { name }).focus();
    await press("Enter");
    await page.waitForTimeout(1_000);
  }
  await carnet.clearFilter();
}

const WORDS = ["muller", "rochat", "lausanne", "käser", "treuhand", "bianchi"];

async function scrollToTop({ page }: Carnet): Promise<void> {
  await page.getByRole("grid").evaluate((grid) => {
    grid.scrollTop = 0;
  });
  await page.waitForTimeout(500);
}

async function scroll(carnet: Carnet): Promise<void> {
  await carnet.page.evaluate(
    async ([frames, pixels]) => {
      const grid = document.querySelector("[role=grid]");
      if (!grid) throw new Error("There is no list.");
      for (let frame = 0; frame < frames; frame++)
        await new Promise<void>((done) =>
          requestAnimationFrame(() => {
            grid.scrollTop += pixels;
            done();
          }),
        );
      grid.scrollTop = 0;
    },
    [FRAMES, PIXELS] as const,
  );
}
