import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmEnvironment, root } from './node.mjs';
import { say, Stop } from './say.mjs';

/** Holds the hash of the lock file that node_modules was made from. */
const mark = path.join(root, 'node_modules/.carnet-lock');

export function ensurePackages() {
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
  say('npm packages: installing');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env: npmEnvironment(),
    // npm's summary is progress, not a result.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Stop('npm ci failed; the reason is above.');
  writeFileSync(mark, lock);
  say('npm packages: ready');
}
