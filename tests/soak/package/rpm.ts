import { execFileSync } from "node:child_process";
import type { BareDebian } from "../../helpers/bare-debian.ts";
import { startInstalled } from "../../helpers/installed-app.ts";
import type { TrialPackages } from "../../helpers/trial-packages.ts";
import { ANNA, COMPANY, sandboxOf } from "./installed.ts";

/** What the .rpm unpacks onto the same system starts, with the data that the other package has left; so does the next. */
export async function proveRpm(deps: {
  readonly debian: BareDebian;
  readonly now: TrialPackages;
  readonly next: TrialPackages;
  readonly say: (text: string) => void;
}) {
  const { debian, now, next, say } = deps;
  const rpm = (...args: readonly string[]) =>
    execFileSync("rpm", ["--root", debian.folder, ...args], {
      ...{ encoding: "utf8", stdio: ["ignore", "pipe", 2] },
    });
  const starts = async () => {
    const app = await startInstalled(debian, ANNA);
    const page = await app.page();
    const sandbox = sandboxOf(debian);
    await page.getByRole("link", { name: "Contacts" }).click();
    await page.getByText(COMPANY).first().waitFor();
    await app.close();
    return sandbox;
  };
  say("the .rpm");
  rpm("-i", "--nodeps", now.rpm);
  const sandbox = await starts();
  say("the next .rpm");
  rpm("-U", "--nodeps", next.rpm);
  await starts();
  return { sandbox, updatedTo: rpm("-q", "carnet").trim() };
}
