import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The key that signs tokens: made once, kept under the data directory for its owner's eyes only, so that a restart
 *  throws nobody out. Throws when the file cannot be read or written. */
export function tokenKey(dataDirectory: string): Uint8Array {
  const file = join(dataDirectory, 'token.key');
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
