import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { noticesOf } from "../../../build/vite.notices.ts";
import { temporaryFolder } from "../electron/temporary-folder.ts";

function packageWith(
  manifest: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const folder = path.join(temporaryFolder(), "package");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(files))
    writeFileSync(path.join(folder, name), text);
  return folder;
}

test("every package is named with its licence, the licence's text and its notices", () => {
  const text = noticesOf([
    packageWith(
      { name: "zwei", version: "2.0.0", license: "Apache-2.0" },
      { "LICENSE.md": "Apache text", NOTICE: "by Zwei", "readme.md": "hello" },
    ),
    packageWith({ name: "@a/eins", version: "1.0.0", license: "MIT" }),
  ]);
  expect(text.indexOf("@a/eins 1.0.0\nLicence: MIT")).toBeGreaterThan(0);
  expect(text.indexOf("zwei 2.0.0")).toBeGreaterThan(text.indexOf("@a/eins"));
  expect(text).toContain("Apache text\n");
  expect(text).toContain("by Zwei\n");
  expect(text).not.toContain("hello");
});

test("a package without a licence stops the build", () => {
  const unlicensed = packageWith({ name: "c", version: "1.0.0" });
  expect(() => noticesOf([unlicensed])).toThrow("names no licence");
});
