import { afterAll, beforeAll, expect, test } from "vitest";
import { launch, type LaunchedApp } from "../helpers/electron-app.ts";

let carnet: LaunchedApp;
beforeAll(async () => {
  carnet = await launch();
});
afterAll(() => carnet.close());

test("the window opens on our own origin", async () => {
  expect(await carnet.page.title()).toBe("Carnet");
  expect(await carnet.page.evaluate(() => location.origin)).toBe(
    "app://carnet",
  );
});

test("the page has no Node", async () => {
  const found = await carnet.page.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
  }));
  expect(found).toEqual({ require: "undefined", process: "undefined" });
});
