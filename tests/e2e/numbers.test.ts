import { afterEach, beforeEach, expect, test } from "vitest";
import type { Change } from "../../shared/domain/change.ts";
import type { Bridge } from "../../shared/ipc/contract.ts";
import type { Carnet } from "../helpers/carnet-app.ts";
import { headlessDevice } from "../helpers/headless-device.ts";
import { openOffice, type Office } from "../helpers/office.ts";
import { until } from "../helpers/until.ts";

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const id = (n: number) =>
  `01890000-0000-7000-8000-${String(n).padStart(12, "0")}`;

/** The office has 20 contacts, CT000001 to CT000020, and leases numbers in blocks of `leaseSize`. */
async function officeWithTwenty(leaseSize: number): Promise<void> {
  const code = await office.invite("Admin", "admin");
  const admin = await headlessDevice({
    url: office.url(),
    code,
    name: "Admin",
  });
  const setting = {
    id: id(1000),
    key: "marketing",
    contactLeaseSize: leaseSize,
  };
  const twenty = Array.from({ length: 20 }, (_, i): Change => {
    const after = {
      id: id(i + 1),
      type: "company" as const,
      name: `Ancien ${i + 1}`,
    };
    return { c: "contacts", id: after.id, before: null, after };
  });
  admin.save([
    { c: "settings", id: setting.id, before: null, after: setting },
    ...twenty,
  ]);
  await admin.settle();
  expect(admin.read("contacts", id(20))).toMatchObject({ no: "CT000020" });
}

async function numberOf(carnet: Carnet, name: string): Promise<string> {
  await carnet.openCard(name);
  const line = carnet.page.getByText(/^CT[~\d]/).first();
  await line.waitFor();
  return (await line.innerText()).split(/\s/)[0] ?? "";
}

/** The numbers come right after the first sync, which may be told of before. */
async function untilLeased(carnet: Carnet): Promise<void> {
  await carnet.untilStatus(/Up to date/, 60_000);
  await until(
    () =>
      carnet.page.evaluate(() =>
        (globalThis as unknown as { bridge: Bridge }).bridge.invoke(
          "numbers/left",
          { series: "contacts" },
        ),
      ),
    ({ left }) => left > 0,
  );
}

test("NUM-4, NUM-5, story A9 without leases: provisional offline, final in the order of arrival, both found", async () => {
  await officeWithTwenty(0);
  let l1 = await office.laptop("L1");
  let l2 = await office.laptop("L2");
  for (const laptop of [l1, l2])
    await laptop.page.getByRole("button", { name: "Start empty" }).click();
  await l1.newCompany("Menuiserie Favre Sàrl");
  await l1.newPersonAt("Menuiserie Favre Sàrl", "Paul Favre");
  await l1.logVisit("Paul Favre", "Première visite");
  await l2.newCompany("Garage Morandi SA");
  const provisional = await numberOf(l1, "Menuiserie Favre Sàrl");
  expect(provisional).toMatch(/^CT~\w{5}$/);
  expect(await numberOf(l2, "Garage Morandi SA")).toMatch(/^CT~\w{5}$/);
  await l1.close();
  await l2.close();

  l2 = await office.laptop("L2", { connect: true });
  await l2.untilStatus(/Up to date/, 60_000);
  l1 = await office.laptop("L1", { connect: true });
  await l1.untilStatus(/Up to date/, 60_000);
  expect(await numberOf(l2, "Garage Morandi SA")).toBe("CT000021");
  expect(await numberOf(l1, "Menuiserie Favre Sàrl")).toBe("CT000022");
  expect(await numberOf(l1, "Paul Favre")).toBe("CT000023");
  await l1.page.getByText("Première visite").waitFor();
  await l1.page.getByText("Menuiserie Favre Sàrl").first().waitFor();
  await l1.filter(provisional);
  await expect
    .poll(() => l1.names())
    .toEqual([expect.stringContaining("Menuiserie Favre Sàrl")]);
});

test("NUM-4, NUM-6, story A9 with leases: final at once, different on both laptops, unchanged by the sync", async () => {
  await officeWithTwenty(50);
  const l1 = await office.laptop("L1", { connect: true });
  await untilLeased(l1);
  const l2 = await office.laptop("L2", { connect: true });
  await untilLeased(l2);
  await office.stopServer();
  await l1.newCompany("Menuiserie Favre Sàrl");
  await l1.newPersonAt("Menuiserie Favre Sàrl", "Paul Favre");
  await l2.newCompany("Garage Morandi SA");
  const offline = [
    await numberOf(l1, "Menuiserie Favre Sàrl"),
    await numberOf(l1, "Paul Favre"),
    await numberOf(l2, "Garage Morandi SA"),
  ];
  expect(offline).toEqual(["CT000021", "CT000022", "CT000071"]);
  await office.startServer();
  for (const laptop of [l2, l1, l2]) {
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
  expect([
    await numberOf(l2, "Menuiserie Favre Sàrl"),
    await numberOf(l2, "Paul Favre"),
    await numberOf(l1, "Garage Morandi SA"),
  ]).toEqual(offline);
});
