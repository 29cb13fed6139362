import type { Carnet } from "./carnet-app.ts";
import type { Office } from "./office.ts";

/** Opens a field of the card in sight, types over it and saves. */
export async function editField(
  carnet: Carnet,
  label: string,
  text: string,
): Promise<void> {
  const line = carnet.page
    .getByRole("button", { name: new RegExp(`^${label}\\b`) })
    .first();
  await line.focus();
  await carnet.press("Enter");
  const field = carnet.page.getByRole("textbox", { name: label, exact: true });
  await field.waitFor();
  await carnet.press("Control+A");
  await carnet.page.keyboard.type(text);
  await carnet.press("Enter");
  await field.waitFor({ state: "hidden" });
}

/** A and B both have the card of "Favre SA" open; from now on there is no server. */
export async function twoOnOneCard(
  office: Office,
): Promise<{ readonly a: Carnet; readonly b: Carnet }> {
  const a = await office.laptop("A", { connect: true });
  await a.untilStatus(/Up to date/);
  await a.newCompany("Favre SA");
  await a.untilStatus(/Up to date/);
  const b = await office.laptop("B", { connect: true });
  await b.untilStatus(/Up to date/);
  await a.openCard("Favre SA");
  await b.openCard("Favre SA");
  await office.stopServer();
  return { a, b };
}

/** A and B give "Favre SA" another address while there is no server; afterwards it is up and the card open. Gives A. */
export async function makeConflict(office: Office): Promise<Carnet> {
  const { a, b } = await twoOnOneCard(office);
  await editField(a, "Address", "Rue A 1");
  await editField(b, "Address", "Rue B 2");
  await office.startServer();
  for (const laptop of [a, b, a]) {
    await laptop.press("F5");
    await laptop.untilStatus(/Up to date/, 60_000);
  }
  await a.page.getByText(/Other value: Rue A 1/).waitFor();
  await b.close();
  return a;
}
