// The .deb of release/ in a bare Debian: installed, started as an ordinary user with the sandbox on, links and files
// opened the way a desktop opens them, removed with the data left. Root only; needs debootstrap; make it with
// `npm run dist` first.
import { existsSync, mkdtempSync, readdirSync, cpSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "playwright-core";
import { makeBareDebian, type BareDebian } from "../helpers/bare-debian.ts";
import { byKeys } from "../helpers/by-keys.ts";
import { freePort } from "../helpers/free-port.ts";
import { until } from "../helpers/until.ts";

const release = path.resolve(import.meta.dirname, "../../release");
const card = path.resolve(
  import.meta.dirname,
  "../fixtures/vcards/rfc2426-example.vcf",
);
const ANNA = "anna";
const PASSPHRASE = "correct horse battery staple";
const DATA = "/home/anna/.config/Carnet";

const started = performance.now();
const deb = existsSync(release)
  ? readdirSync(release).find((file) => file.endsWith(".deb"))
  : undefined;
if (deb === undefined) throw new Error("There is no .deb: npm run dist first.");

const home = mkdtempSync(path.join(tmpdir(), "carnet-bare-"));
const say = (text: string) => process.stderr.write(`${text}\n`);
say("bare Debian: made");
const bare = makeBareDebian(path.join(home, "debian"));
let figures: Record<string, unknown>;
try {
  figures = await prove(bare, path.join(release, deb));
} finally {
  for (const pid of bare.run("pgrep -u anna || true").split("\n"))
    if (pid !== "") process.kill(Number(pid), "SIGKILL");
  bare.remove();
  rmSync(home, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(
  `${JSON.stringify({ ok: true, soak: "package", deb, ...figures, seconds })}\n`,
);
process.exit(0);

async function prove(debian: BareDebian, file: string) {
  say("installing");
  cpSync(file, path.join(debian.folder, "tmp/carnet.deb"));
  debian.run("apt-get update -qq && apt-get install -y -qq procps");
  // What every desktop has: a screen, `file`, and the list of which program opens what.
  debian.run(
    "DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends /tmp/carnet.deb xvfb file desktop-file-utils shared-mime-info dbus",
  );
  debian.run("useradd -m anna");
  const opens = (what: string) =>
    debian.run(`xdg-mime query default ${what}`, { user: ANNA }).trim();
  const registered = [opens("x-scheme-handler/carnet"), opens("text/vcard")];

  say("starting as an ordinary user");
  const port = await freePort();
  const env = { DISPLAY: ":91", CARNET_PASSPHRASE: PASSPHRASE };
  debian.start("exec Xvfb :91 -screen 0 1440x900x24 -nolisten tcp", {
    user: ANNA,
  });
  debian.start(
    `sleep 1; exec carnet --lang=en --remote-debugging-port=${port} --remote-debugging-address=127.0.0.1`,
    { user: ANNA, env },
  );
  const page = await windowAt(port);
  const sandbox = sandboxOf(debian);

  await page.getByRole("button", { name: "Later" }).click();
  const person = byKeys(page);
  await page
    .getByRole("button", { name: "Later" })
    .waitFor({ state: "hidden" });
  await person.press("n");
  await page.getByRole("menuitem").first().waitFor();
  await person.press("Enter");
  await person.dialogOpen();
  await person.type("Boulangerie du Nord SA");
  await person.press("Enter");
  await page.getByRole("heading", { name: "Boulangerie du Nord SA" }).waitFor();
  const link = `carnet://contact/${new URL(page.url()).hash.split("/").at(-1)}`;

  say("opening a link and a file as a desktop does");
  await page.getByRole("link", { name: "Settings" }).click();
  debian.run(`xdg-open ${link}`, { user: ANNA, env });
  await page.getByRole("heading", { name: "Boulangerie du Nord SA" }).waitFor();
  cpSync(card, path.join(debian.folder, "home/anna/carte de visite.vcf"));
  debian.run("chmod 644 '/home/anna/carte de visite.vcf'");
  debian.run("xdg-open '/home/anna/carte de visite.vcf'", { user: ANNA, env });
  await page.getByText("Frank Dawson").first().waitFor();
  const windows = page.context().pages().length;

  say("removing");
  debian.run("pkill -u anna carnet; sleep 2");
  debian.run("apt-get remove -y -qq carnet");
  const left = debian.run(
    "ls -d /usr/bin/carnet /opt/Carnet 2>/dev/null || true",
  );
  if (left.trim() !== "") throw new Error(`left behind: ${left}`);
  const kept = debian.run(`find ${DATA} -type f | wc -l`).trim();
  if (Number(kept) === 0) throw new Error("the data is gone");
  if (opens("x-scheme-handler/carnet") !== "")
    throw new Error("the link is still registered");
  if (windows !== 1) throw new Error(`${windows} windows`);
  return { registered, sandbox, filesKept: Number(kept) };
}

/** Every window's process must be confined: a filter for system calls and no new privileges. */
function sandboxOf(debian: BareDebian): string {
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

async function windowAt(port: number): Promise<Page> {
  const address = `http://127.0.0.1:${port}`;
  await until(
    () =>
      fetch(`${address}/json/list`)
        .then((answer) => answer.text())
        .catch(String),
    (targets) => targets.includes("app://carnet"),
    60_000,
  );
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (!page) throw new Error("There is no window.");
  await page.getByRole("contentinfo").waitFor();
  return page;
}
