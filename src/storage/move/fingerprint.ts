import { createHash } from 'node:crypto';
import type { Row } from './rows';

const MODULUS = 1n << 256n;

/** How many rows there are and what stands in them. The SHA-256 of each row are added up, so that it does not matter in which
 *  order a database sorts its keys. */
export class Fingerprint {
  rows = 0;
  private sum = 0n;

  add(rows: readonly Row[]): void {
    this.rows += rows.length;
    for (const row of rows) this.sum = (this.sum + hashOf(row)) % MODULUS;
  }

  get checksum(): string {
    return this.sum.toString(16).padStart(64, '0');
  }
}

/** Whatever the order of the columns. */
function hashOf(row: Row): bigint {
  const content = JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
  return BigInt(`0x${createHash('sha256').update(content).digest('hex')}`);
}
