import { execFileSync } from "node:child_process";
import type { BareDebian } from "../../helpers/bare-debian.ts";
import { startInstalled } from "../../helpers/installed-app.ts";
import { ANNA, COMPANY, sandboxOf } from "./installed.ts";

/** What the .rpm unpacks onto the same system starts, with the data that the other package has left. */
export async function proveRpm(
  debian: BareDebian,
  rpm: string,
  say: (text: string) => void,
) {
  say("the .rpm");
  execFileSync("rpm", ["-i", "--root", debian.folder, "--nodeps", rpm], {
    stdio: ["ignore", 2, 2],
  });
  const app = await startInstalled(debian, ANNA);
  const page = await app.page();
  const sandbox = sandboxOf(debian);
  await page.getByRole("link", { name: "Contacts" }).click();
  await page.getByText(COMPANY).first().waitFor();
  await app.close();
  return { sandbox };
}
