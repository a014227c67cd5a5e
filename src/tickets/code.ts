import { createHmac } from 'node:crypto';

/** The code that opens a ticket from any device, shown once as `QT7-M4K` and kept hashed.
 *  No character looks like another, and without vowels no word comes out: 25 of them, six times, are 244 million codes. */

const ALPHABET = '23456789CDFGHJKMNPQRTVWXY';
const LENGTH = 6;
/** Read for what they look like. */
const LOOKALIKES: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2' };
/** A character of the alphabet or one that looks like it. */
const SIGN = '[2-9B-DF-HJKMNP-TV-Z]';
const WRITTEN = new RegExp(`(?<![\\p{L}\\p{N}])${SIGN}{3}[\\s.\\p{Pd}]*${SIGN}{3}(?![\\p{L}\\p{N}])`, 'iu');

/** Without its hyphen: `QT7M4K`. */
export function makeCode(ids: { letters(count: number, alphabet: string): string }): string {
  return ids.letters(LENGTH, ALPHABET);
}

export function showCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** Finds the code in what a person wrote, without its hyphen: small letters, a space or nothing between, B for 8. Look for
 *  the ticket's number first: six of its figures would do for a code. */
export function readCode(text: string): string | undefined {
  return WRITTEN.exec(text)?.[0]
    .replace(/[\s.\p{Pd}]/gu, '')
    .toUpperCase()
    .replace(/[BSZ]/g, (sign) => LOOKALIKES[sign] ?? sign);
}

/** What is kept of a code. The key is the installation's own: the database alone is not enough to try codes out.
 *  `number` and `code` as `readNumber` and `readCode` give them. */
export function hashCode(number: string, code: string, key: string | Uint8Array): string {
  return createHmac('sha256', key).update(`${number}\n${code}`).digest('hex');
}
