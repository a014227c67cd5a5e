import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put the browser; where none is, the one that @sparticuz/chromium unpacks to /tmp. */
const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** In a container neither its sandbox nor its zygote can start. Of the package's own list of arguments the rest is left
 *  out: it takes the very walls down (`--disable-web-security`) that the tests lean on. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu'];

/** Undefined: this machine has no Chromium. */
export const executable = [...SYSTEM_BROWSERS.filter((file) => existsSync(file)), unpacked()].find(runs);

/** Throws where there is no Chromium. */
export function launchChromium(): Promise<Browser> {
  if (!executable) throw new Error('no Chromium found (Debian: apt install chromium)');
  return chromium.launch({ executablePath: executable, args: ARGUMENTS });
}

/** The package has only an ES module, which jest cannot load: a process of its own asks it. */
function unpacked(): string {
  const folder = resolve('node_modules/@sparticuz/chromium');
  if (!existsSync(folder)) return '';
  const ask = "import('@sparticuz/chromium').then((it) => it.default.executablePath()).then(console.log)";
  try {
    return execFileSync(process.execPath, ['-e', ask], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}

/** A file that is there may still be for another kind of machine. */
function runs(file: string): boolean {
  try {
    return file !== '' && execFileSync(file, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0;
  } catch {
    return false;
  }
}
