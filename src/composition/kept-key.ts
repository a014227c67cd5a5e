import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** A key made once and kept under the data directory for its owner's eyes only: after a restart tokens are still valid and
 *  tickets are still found. Throws when the file cannot be read or written. */
export function keptKey(dataDirectory: string, name: 'token.key' | 'ticket.key'): Uint8Array {
  const file = join(dataDirectory, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}
