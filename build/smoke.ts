// Drives the app that `npm start -- --smoke` has prepared a server and an empty profile for: one JSON line on stdout.
import { asUser } from "../tests/helpers/carnet-user.ts";
import { launch } from "../tests/helpers/electron-app.ts";

const started = performance.now();
const times: Record<string, number> = {};
const mark = (step: string) => {
  times[step] = Math.round(performance.now() - started);
};

async function drive(): Promise<Record<string, unknown>> {
  const carnet = await launch({
    userDataDir: process.env.CARNET_SMOKE_PROFILE,
    args: ["--lang=en", ...process.argv.slice(2)],
  });
  try {
    mark("window");
    const user = asUser(carnet.page);
    await user.untilStatus(/Up to date/, 120_000);
    mark("firstSync");
    await user.openContacts();
    await carnet.page.getByRole("grid").waitFor();
    const contacts = await carnet.page
      .getByRole("grid")
      .getAttribute("aria-rowcount");
    await user.newCompany("Fumée Test SA", { Address: "Route de la Gare 12" });
    await user.logVisit("Fumée Test SA", "Premier contact, rappeler.");
    mark("saved");
    // The card says "Sent" only when the server has acknowledged what it shows.
    await user.openCard("Fumée Test SA");
    await carnet.page.getByText(/^Sent/).first().waitFor({ timeout: 60_000 });
    await user.untilStatus(/Up to date/, 60_000);
    mark("acknowledged");
    return { contacts: Number(contacts), created: { companies: 1, visits: 1 } };
  } finally {
    await carnet.close();
    mark("quit");
  }
}

const report = await drive().then(
  (counts) => ({ ok: true, ...counts, ms: times }),
  (error: unknown) => ({ ok: false, error: String(error), ms: times }),
);
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.ok ? 0 : 1;
