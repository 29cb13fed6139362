import type { KeyObject } from "node:crypto";
import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { signFile } from "../../../build/dist/signing.ts";
import type { BareDebian } from "../../helpers/bare-debian.ts";
import { byKeys } from "../../helpers/by-keys.ts";
import { startInstalled } from "../../helpers/installed-app.ts";
import type { ReleaseServer } from "../../helpers/release-server.ts";
import type { TrialPackages } from "../../helpers/trial-packages.ts";
import { ANNA, COMPANY, newCompany } from "./installed.ts";

const HALF_TYPED = "Menuiserie à moitié";

/** From `now` to `next`: refused where tampered with, by Anna with a stand-in for pkexec, then by root. */
export async function proveUpdates(deps: {
  readonly debian: BareDebian;
  readonly server: ReleaseServer;
  readonly now: TrialPackages;
  readonly next: TrialPackages;
  /** Of somebody who owns the server and not the key of releases. */
  readonly theirKey: KeyObject;
  readonly say: (text: string) => void;
}) {
  const { debian, server, now, next, say } = deps;
  const installedVersion = () =>
    debian.run("dpkg-query -W -f '${Version}' carnet").trim();
  const debName = path.basename(next.deb);

  say("updates that are not ours");
  const anna = await startInstalled(debian, ANNA);
  let page = await anna.page();
  // Each sentence is another than the one before it: none can be taken for the next.
  const foreign = page.getByText("is not from the publisher of Carnet");
  const changed = page.getByText("was changed on its way");
  server.serve(next.folder);
  server.tamperWith("latest-linux.yml");
  await look(page);
  await foreign.waitFor();
  server.tamperWith(debName);
  await look(page);
  await changed.waitFor();
  const forged = path.join(path.dirname(next.folder), "forged");
  mkdirSync(forged);
  for (const name of ["latest-linux.yml", debName])
    cpSync(path.join(next.folder, name), path.join(forged, name));
  signFile(path.join(forged, "latest-linux.yml"), deps.theirKey);
  server.tamperWith(null);
  server.serve(forged);
  await look(page);
  await foreign.waitFor();
  if (installedVersion() !== dpkgVersion(now))
    throw new Error("not the old one");

  say("as an ordinary user, with a stand-in for pkexec");
  debian.run(
    `printf '#!/bin/sh\\necho "$@" >>/var/tmp/pkexec.log\\nexit 126\\n' >/usr/bin/pkexec; chmod 755 /usr/bin/pkexec; touch /var/tmp/pkexec.log; chmod 666 /var/tmp/pkexec.log`,
  );
  server.serve(next.folder);
  await look(page);
  await install(page);
  await anna.gone(page);
  page = await anna.page();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByText("The system did not install the new version").waitFor();
  const pkexec = debian.run("cat /var/tmp/pkexec.log").trim();
  if (!/dpkg -i \S*\/pending\/carnet_\S+\.deb/.test(pkexec))
    throw new Error(`pkexec: ${pkexec}`);
  if (installedVersion() !== dpkgVersion(now))
    throw new Error("not the old one");
  await anna.close();

  say("as root");
  const root = await startInstalled(debian, "root");
  page = await root.page();
  await newCompany(page, "Scierie de la Broye SA");
  await halfTyped(page);
  await look(page);
  await install(page);
  await root.gone(page);
  page = await root.page();
  const shown = `Carnet is now version ${next.version}`;
  await page.getByText(shown).first().waitFor();
  if (installedVersion() !== dpkgVersion(next))
    throw new Error("not the new one");
  await page.getByRole("link", { name: "Today" }).click();
  await page.getByText(HALF_TYPED).first().waitFor();
  await root.close();

  say("Anna's notebook with the new version");
  const again = await startInstalled(debian, ANNA);
  page = await again.page();
  await page.getByRole("link", { name: "Contacts" }).click();
  await page.getByText(COMPANY).first().waitFor();
  await again.close();

  say("removing");
  debian.run("apt-get remove -y -qq carnet");
  const left = debian.run(
    "ls -d /usr/bin/carnet /opt/Carnet 2>/dev/null || true",
  );
  if (left.trim() !== "") throw new Error(`left behind: ${left}`);
  const kept = debian.run("find /home/anna/.config/Carnet -type f | wc -l");
  if (Number(kept) === 0) throw new Error("the data is gone");
  const linked = debian.run("xdg-mime query default x-scheme-handler/carnet", {
    user: ANNA,
  });
  if (linked.trim() !== "") throw new Error("the link is still registered");
  return {
    ...{ tamperedRefused: 3, pkexec, updatedTo: installedAs(next) },
    filesKept: Number(kept),
    headersSent: [...new Set(server.asked.map(({ headers }) => headers))],
  };

  function installedAs(one: TrialPackages): string {
    return dpkgVersion(one);
  }
}

/** As dpkg orders them: below the release. */
function dpkgVersion({ version }: TrialPackages): string {
  return version.replace("-", "~");
}

async function look(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Check now" }).click();
}

async function install(page: Page): Promise<void> {
  const strip = page.getByRole("status", { name: "Updates" });
  await strip.getByRole("button", { name: "What’s new" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("listitem").first().waitFor();
  await dialog.getByRole("button", { name: "Restart and update" }).click();
}

/** A form that nobody has saved. */
async function halfTyped(page: Page): Promise<void> {
  const person = byKeys(page);
  await person.press("n");
  await page.getByRole("menuitem").first().waitFor();
  await person.press("Enter");
  await person.dialogOpen();
  await person.type(HALF_TYPED);
  await person.press("Escape");
  await person.dialogGone();
}
