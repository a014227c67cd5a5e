import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** What a key is for; each use has one of its own. */
export type KeyName = 'token' | 'ticket';

/** A key that outlives a restart: tokens are still valid, tickets still found. Derived from the operator's secret where there
 *  is one (all servers of one database then have the same), else made once and kept below the data directory for its owner's
 *  eyes only. Throws when the file cannot be read or written. */
export function keyFor(
  name: KeyName,
  { secret, dataDirectory }: { secret: string | undefined; dataDirectory: string },
): Uint8Array {
  if (secret !== undefined) return derive(Buffer.from(secret, 'base64'), name);
  const file = join(dataDirectory, `${name}.key`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(file, 'utf8'), 'base64');
}

function derive(secret: Uint8Array, name: KeyName): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `guichet ${name}`, KEY_BYTES));
}
