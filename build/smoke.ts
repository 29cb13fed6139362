// Drives the app that `npm start -- --smoke` has prepared a server and an empty profile for.
import { launch } from "../tests/helpers/electron-app.ts";

const started = performance.now();
const { page, close } = await launch({
  userDataDir: process.env.CARNET_SMOKE_PROFILE,
  args: process.argv.slice(2),
});
const title = await page.title();
await close();
const ok = title === "Carnet";
process.stdout.write(
  `${JSON.stringify({ ok, title, ms: Math.round(performance.now() - started) })}\n`,
);
process.exitCode = ok ? 0 : 1;
