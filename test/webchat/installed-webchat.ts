import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where scripts/install-webchat.mjs puts it. */
const BUNDLES = resolve('node_modules/.cache/webchat/node_modules/botframework-webchat/dist');

/** The file of one of Web Chat's builds; undefined: it is not installed. */
export function webChatBundle(build: 'webchat' | 'webchat-minimal'): string | undefined {
  const file = join(BUNDLES, `${build}.js`);
  return existsSync(file) ? file : undefined;
}
