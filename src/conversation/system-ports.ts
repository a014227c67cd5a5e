/* eslint-disable no-restricted-syntax -- this file is where time and ids are made; everyone else takes them from here */
import { randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock, Ids } from './ports';

export const systemClock: Clock = { now: () => new Date() };

export const systemIds: Ids = {
  // Version 7 begins with the time: what is written together stands together in the database's indexes, however large they grow.
  uuid: () => v7(),
  digits: (count) => letters(count, '0123456789'),
  letters,
};

/** `randomInt` is unbiased and cryptographic; a remainder of random bytes would favour the first letters. */
function letters(count: number, alphabet: string): string {
  return Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
