import { hashCode, readCode } from './code';
import { readNumber } from './number';
import type { Ticket } from './ticket';

/** Finds a ticket from any device by what a person wrote, number and code in one message. A wrong letter, a wrong code and
 *  an unknown number all answer undefined: nobody learns which tickets exist. */
export async function findTicket(
  text: string,
  key: Uint8Array,
  byNumber: (number: string, codeHash: string) => Promise<Ticket | undefined>,
): Promise<Ticket | undefined> {
  const read = readNumber(text);
  if (read.kind !== 'number') return undefined;
  const code = readCode(read.rest);
  return code === undefined ? undefined : byNumber(read.number, hashCode(read.number, code, key));
}
