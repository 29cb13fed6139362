import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { editField } from "../helpers/make-conflict.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { startServerProcess } from "../helpers/server-process.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

async function synced(...laptops: readonly Carnet[]): Promise<void> {
  for (const laptop of laptops) {
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
}

async function command(...args: readonly string[]): Promise<void> {
  const { errors, exit } = startServerProcess(...args);
  expect(await exit(), errors()).toBe(0);
}

async function companies(laptop: Carnet): Promise<readonly string[]> {
  await laptop.openContacts();
  await laptop.clearFilter();
  const rows = laptop.page.getByRole("row").filter({ hasText: / SA/ });
  await rows.first().waitFor();
  return rows.allTextContents();
}

test("everything that was sent to a server since its copy was made is there again, once, on both laptops", async () => {
  const data = path.join(office.folder, "server");
  const a = await office.laptop("A", { connect: true });
  const b = await office.laptop("B", { connect: true });
  await a.newCompany("Before SA");
  await synced(a, b);
  const dump = path.join(office.folder, "yesterday.dump");
  await command("dump", "--data", data, "--to", dump);

  await a.newCompany("Anna SA");
  await a.openCard("Before SA");
  await editField(a, "Address", "Rue A 1");
  await b.newCompany("Beat SA");
  await synced(a, b, a);
  await b.openCard("Anna SA");
  await editField(b, "Phone", "026 555 01 23");
  await synced(b, a);

  await office.stopServer();
  await rm(data, { recursive: true });
  await command("restore", "--data", data, "--from", dump);
  await b.newCompany("Meanwhile SA");
  await office.startServer();
  await synced(b, a, b, a);

  const names = ["Anna SA", "Beat SA", "Before SA", "Meanwhile SA"];
  for (const laptop of [a, b]) {
    const rows = await companies(laptop);
    expect(rows).toHaveLength(names.length);
    for (const name of names)
      expect(rows.filter((row) => row.includes(name))).toHaveLength(1);
    await laptop.openCard("Anna SA");
    await laptop.page.getByText("+41 26 555 01 23").first().waitFor();
    await laptop.openCard("Before SA");
    await laptop.page.getByText("Rue A 1").first().waitFor();
    expect(await laptop.page.getByText(/Other value/).count()).toBe(0);
  }
});

test("a profile copied to a second machine: both go on, nothing is swallowed", async () => {
  const a = await office.laptop("A", { connect: true });
  await a.newCompany("Before SA");
  await synced(a);
  await a.close();
  await cp(office.profile("A"), office.profile("Copy"), { recursive: true });
  const original = await office.laptop("A");
  const copy = await office.laptop("Copy");
  await original.newCompany("Original SA");
  await copy.newCompany("Copy SA");
  await synced(original, copy);
  await original.newCompany("Original again SA");
  await synced(original, copy, original);
  for (const laptop of [original, copy]) {
    const rows = await companies(laptop);
    expect(rows).toHaveLength(4);
    for (const name of ["Before", "Original SA", "Copy SA", "Original again"])
      expect(rows.filter((row) => row.includes(name))).toHaveLength(1);
  }
});
