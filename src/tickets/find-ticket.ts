import { hashCode, readCode } from './code';
import { readNumber } from './number';
import type { Ticket } from './ticket';

export interface FindDeps {
  /** The installation's own, for the hash of codes. */
  key: Uint8Array;
  byNumber: (number: string, codeHash: string) => Promise<Ticket | undefined>;
  /** Whether this number may be tried once more today: codes are not to be guessed one after the other. */
  mayTry: (number: string) => Promise<boolean>;
}

/** Finds a ticket from any device by what a person wrote, number and code in one message. A wrong letter, a wrong code, an
 *  unknown number and too many tries all answer undefined: nobody learns which tickets exist. */
export async function findTicket(text: string, { key, byNumber, mayTry }: FindDeps): Promise<Ticket | undefined> {
  const read = readNumber(text);
  if (read.kind !== 'number') return undefined;
  const code = readCode(read.rest);
  if (code === undefined || !(await mayTry(read.number))) return undefined;
  return byNumber(read.number, hashCode(read.number, code, key));
}
