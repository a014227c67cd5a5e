// Installs Microsoft's Web Chat where the protocol test and the benchmark look for it: half a gigabyte that `npm install`
// must not bring to everybody. Does nothing when it is there.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const LIMIT_MS = 5 * 60_000;
const folder = join(root, 'node_modules/.cache/webchat');
const wanted = join(root, 'test/webchat/package.json');

if (!isThere()) {
  mkdirSync(folder, { recursive: true });
  copyFileSync(wanted, join(folder, 'package.json'));
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', '--loglevel=error'];
  execFileSync('npm', ['install', ...options], { cwd: folder, stdio: ['ignore', 2, 2], timeout: LIMIT_MS });
}

function isThere() {
  const installed = join(folder, 'node_modules/botframework-webchat/package.json');
  if (!existsSync(installed)) return false;
  const { dependencies } = JSON.parse(readFileSync(wanted, 'utf8'));
  return JSON.parse(readFileSync(installed, 'utf8')).version === dependencies['botframework-webchat'];
}
