import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { bootstrap, electronFlags } from '../bootstrap.mjs';
import { start, untilEnded } from '../children.mjs';
import { inviteDemoSalesperson, startDemoServer } from '../demo-server.mjs';
import { root, toolEnvironment } from '../node.mjs';
import { say } from '../say.mjs';
import { smoke } from './smoke.mjs';

const demo = path.join(root, '.demo');
/** The demo company's data lie around this day. */
const WORK_DATE = '2026-03-13';
/** The server's codes live a day; an unused older one is replaced. */
const CODE_LIFE_MS = 20 * 3_600_000;

/** A first look: demo server, and the app signed in to it. Flags of the app are handed on. */
export async function run(args) {
  const flags = args.filter((arg) => arg !== '--fresh' && arg !== '--smoke');
  if (args.includes('--smoke')) return smoke(flags);
  const machine = await bootstrap({ electron: true, built: true });
  if (args.includes('--fresh')) rmSync(demo, { recursive: true, force: true });
  mkdirSync(demo, { recursive: true, mode: 0o700 });

  const data = path.join(demo, 'server');
  const server = await startDemoServer({ data, portFile: path.join(demo, 'port') });
  say(`demo server: ${server.url}`);
  try {
    const app = start(
      machine.env.CARNET_ELECTRON,
      [...electronFlags, root, `--user-data-dir=${path.join(demo, 'profile')}`, `--work-date=${WORK_DATE}`, ...flags],
      {
        env: toolEnvironment({
          ...machine.env,
          CARNET_SERVER: server.url,
          CARNET_ENROLLMENT: await enrolmentCode(data),
          CARNET_PASSPHRASE: passphrase(path.join(demo, 'passphrase')),
        }),
        // The app's own output is no result of this command.
        stdout: 2,
      },
    );
    say('Carnet is open; close its window to end the demo.');
    return await untilEnded(app);
  } finally {
    await server.stop();
    machine.close();
  }
}

/** One code for all starts: the app ignores it once its profile has signed in. */
async function enrolmentCode(data) {
  const file = path.join(demo, 'enrollment');
  if (existsSync(file) && Date.now() - statSync(file).mtimeMs < CODE_LIFE_MS) return readFileSync(file, 'utf8');
  const code = await inviteDemoSalesperson(data);
  writeFileSync(file, code, { mode: 0o600 });
  return code;
}

/** The app uses it only where the machine has no keystore. */
export function passphrase(file) {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
    say(`passphrase for machines without a keystore: made at random in ${path.relative(root, file)}`);
  }
  return readFileSync(file, 'utf8');
}
