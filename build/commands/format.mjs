import path from 'node:path';
import { bootstrap } from '../bootstrap.mjs';
import { start, untilEnded } from '../children.mjs';
import { bin, toolEnvironment } from '../node.mjs';

export async function run(args) {
  await bootstrap();
  const files = args.length > 0 ? args : ['.'];
  const flags = ['--write', '--log-level=warn', '--ignore-path=build/prettierignore', '--config=build/prettier.json'];
  return untilEnded(start(path.join(bin, 'prettier'), [...flags, ...files], { env: toolEnvironment() }));
}
