import { createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { byKeys } from "../helpers/by-keys.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { goTo } from "../helpers/look.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

/** What waits is held, sent first and discarded without a mouse, and a kill changes nothing of that. */

let office: Office;
let a: Carnet;
beforeAll(async () => {
  office = await openOffice();
  a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await office.stopServer();
  for (const name of ["Held SA", "Gone SA", "First SA"])
    await a.newCompany(name);
  await a.untilStatus(/3 waiting/);
});
afterAll(() => office.close());

const regions = ({ page }: Carnet) => ({
  waiting: page.getByRole("region", { name: "Waiting to be sent" }),
  held: page.getByRole("region", { name: "Held by you" }),
});

async function names(
  region: ReturnType<typeof regions>["waiting"],
): Promise<readonly string[]> {
  const texts = await region.locator("[data-record]").allInnerTexts();
  return texts.map((text) => text.split("\n")[0] ?? "");
}

test("H holds, F sends first, Delete discards and Undo puts back; after a kill all is as it was, and only what is not held goes out", async () => {
  await goTo(a.page, "#/sync");
  const keys = byKeys(a.page);
  const { waiting, held } = regions(a);
  const line = (name: string) =>
    a.page.locator("[data-record]").getByRole("button", { name }).first();
  const untilWaiting = (wanted: readonly string[]) =>
    until(
      () => names(waiting),
      (found) => found.join() === wanted.join(),
    );
  await untilWaiting(["Held SA", "Gone SA", "First SA"]);

  await keys.tabTo(line("First SA"));
  await keys.press("f");
  await untilWaiting(["First SA", "Held SA", "Gone SA"]);

  await keys.tabTo(line("Held SA"));
  await keys.press("h");
  await untilWaiting(["First SA", "Gone SA"]);
  expect(await names(held)).toEqual(["Held SA"]);
  // The line that took its place has the focus: the next key is for that one.
  await keys.untilFocused(line("Gone SA"));
  await keys.press("Delete");
  await untilWaiting(["First SA"]);
  await a.page.getByText("1 record discarded.").waitFor();
  await keys.tabTo(a.page.getByRole("button", { name: "Undo" }));
  await keys.press("Enter");
  await until(
    () => names(waiting),
    (found) => found.includes("Gone SA"),
  );
  await keys.tabTo(line("Gone SA"));
  await keys.press("Enter");
  await a.page.getByRole("button", { name: "Discard" }).first().waitFor();
  await keys.press("Delete");
  await untilWaiting(["First SA"]);

  await a.kill();
  a = await office.laptop("A");
  await a.untilStatus(/1 waiting/);
  await a.openContacts();
  const list = (await a.names()).join();
  expect(list).toContain("Held SA");
  expect(list).not.toContain("Gone SA");
  await goTo(a.page, "#/sync");
  await until(
    () => names(regions(a).held),
    (found) => found.join() === "Held SA",
  );
  await a.page.getByRole("button", { name: /Discarded in the last/ }).waitFor();

  // A server that takes the call and says nothing.
  const silent = createServer().listen(Number(new URL(office.url()).port));
  const calls: Socket[] = [];
  silent.on("connection", (call) => calls.push(call));
  await a.press("F5");
  await until(
    () => Promise.resolve(calls.length),
    (n) => n > 0,
  );
  await byKeys(a.page).tabTo(line("First SA"));
  await until(
    () => line("First SA").getAttribute("aria-keyshortcuts"),
    (keys) => keys === null,
  );
  await byKeys(a.page).press("h");
  await a.page.getByText("Already on its way to the server").waitFor();
  for (const call of calls) call.destroy();
  await new Promise((resolve) => silent.close(resolve));

  await office.startServer();
  await a.press("F5");
  await a.untilStatus(/Up to date.*1 held/);
  await regions(a)
    .waiting.getByText("Everything else has been sent.")
    .waitFor();
  const again = byKeys(a.page);
  await again.tabTo(
    regions(a)
      .held.getByRole("button", { name: /Held SA/ })
      .first(),
  );
  await again.press("s");
  await a.untilStatus(/Up to date[^h]*$/);
  await regions(a).waiting.getByText("Everything has been sent.").waitFor();
});
