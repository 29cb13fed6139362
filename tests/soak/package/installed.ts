import { cpSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import type { BareDebian } from "../../helpers/bare-debian.ts";
import { byKeys } from "../../helpers/by-keys.ts";
import { SCREEN, startInstalled } from "../../helpers/installed-app.ts";

export const ANNA = "anna";
export const COMPANY = "Boulangerie du Nord SA";
const card = path.resolve(
  import.meta.dirname,
  "../../fixtures/vcards/rfc2426-example.vcf",
);

/** Installs the .deb, starts it as Anna, and opens links and files as a desktop does. */
export async function proveInstalled(
  debian: BareDebian,
  deb: string,
  say: (text: string) => void,
) {
  say("installing");
  cpSync(deb, path.join(debian.folder, "tmp/carnet.deb"));
  debian.run("apt-get update -qq && apt-get install -y -qq procps");
  // What every desktop has: a screen, something that knows files by their names, the list of which program opens what.
  debian.run(
    "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/carnet.deb xvfb file libfile-mimeinfo-perl desktop-file-utils shared-mime-info dbus",
  );
  debian.run("useradd -m anna");
  const opens = (what: string) =>
    debian.run(`xdg-mime query default ${what}`, { user: ANNA }).trim();
  const registered = [
    opens("x-scheme-handler/carnet"),
    opens("text/vcard"),
    opens("application/vnd.carnet.backup"),
  ];
  if (registered.some((name) => name !== "carnet.desktop"))
    throw new Error(`registered: ${registered.join(" ")}`);

  say("starting as an ordinary user");
  debian.start("exec Xvfb :91 -ac -screen 0 1440x900x24 -nolisten tcp");
  debian.run("while [ ! -e /tmp/.X11-unix/X91 ]; do sleep 0.1; done");
  const app = await startInstalled(debian, ANNA);
  const page = await app.page();
  const sandbox = sandboxOf(debian);
  await newCompany(page, COMPANY);
  const link = `carnet://contact/${new URL(page.url()).hash.split("/").at(-1)}`;

  say("opening a link and files as a desktop does");
  const env = SCREEN;
  await page.getByRole("link", { name: "Settings" }).click();
  debian.run(`xdg-open ${link}`, { user: ANNA, env });
  await page.getByRole("heading", { name: COMPANY }).waitFor();
  cpSync(card, path.join(debian.folder, "home/anna/carte de visite.vcf"));
  debian.run("chmod 644 '/home/anna/carte de visite.vcf'");
  debian.run("xdg-open '/home/anna/carte de visite.vcf'", { user: ANNA, env });
  await page.getByText("Frank Dawson").first().waitFor();
  debian.run("echo nothing >'/home/anna/mon carnet.carnetbackup'");
  debian.run("xdg-open '/home/anna/mon carnet.carnetbackup'", {
    ...{ user: ANNA, env },
  });
  await page.getByText("mon carnet.carnetbackup").first().waitFor();
  const windows = page.context().pages().length;
  if (windows !== 1) throw new Error(`${windows} windows`);
  await app.close();
  return { registered, sandbox };
}

export async function newCompany(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Start empty" }).click();
  const person = byKeys(page);
  await page
    .getByRole("button", { name: "Start empty" })
    .waitFor({ state: "hidden" });
  await person.press("n");
  await page.getByRole("menuitem").first().waitFor();
  await person.press("Enter");
  await person.dialogOpen();
  await person.type(name);
  await person.press("Enter");
  await page.getByRole("heading", { name }).waitFor();
}

/** Every window's process must be confined: a filter for system calls and no new privileges. */
export function sandboxOf(debian: BareDebian): string {
  const lines = debian
    .run(
      "for p in $(pgrep -u anna -f type=renderer); do tr '\\0' ' ' </proc/$p/cmdline | grep -o -- --no-sandbox; grep -E '^(Seccomp|NoNewPrivs):' /proc/$p/status; done; ps -eo args | grep -c -- '--no-sandbo[x]' || true",
    )
    .split("\n")
    .map((line) => line.trim());
  const confined =
    lines.includes("Seccomp:\t2") &&
    lines.includes("NoNewPrivs:\t1") &&
    !lines.includes("--no-sandbox");
  if (!confined) throw new Error(`not confined: ${lines.join(" | ")}`);
  return "on";
}
