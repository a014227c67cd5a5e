/** The number of a ticket, as it is said on the phone: `26-4827-1593-E`, the year, eight random digits and a check letter.
 *  23 is prime: one wrong digit, or two that changed places, always changes what is left of the digits modulo 23. */

/** The alphabet without I, O and U, which are read as 1, 0 and V. */
const CHECK_LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ';
const RANDOM_DIGITS = 8;
/** Ten digits and a letter, with spaces, full stops and any hyphens between them. */
const WRITTEN = /(?<![\p{L}\p{N}])(?:\d[\s.\p{Pd}]*){10}\p{L}(?![\p{L}\p{N}])/u;

/** `wrong-letter`: it is written like a number, and a figure or the letter was mistaken. */
export type ReadNumber =
  | { kind: 'number'; number: string; /** What else was written. */ rest: string }
  | { kind: 'wrong-letter' }
  | { kind: 'none' };

/** A number for a ticket written on that local day (ISO). It may be taken: the store has the last word. */
export function makeNumber(day: string, ids: { digits(count: number): string }): string {
  const digits = day.slice(2, 4) + ids.digits(RANDOM_DIGITS);
  return show(digits, checkLetter(digits));
}

/** Finds the number in what a person wrote: small letters, spaces, other hyphens or none. */
export function readNumber(text: string): ReadNumber {
  const written = WRITTEN.exec(text);
  if (!written) return { kind: 'none' };
  const bare = written[0].replace(/[\s.\p{Pd}]/gu, '').toUpperCase();
  const [digits, letter] = [bare.slice(0, -1), bare.slice(-1)];
  if (checkLetter(digits) !== letter) return { kind: 'wrong-letter' };
  const rest = text.slice(0, written.index) + ' ' + text.slice(written.index + written[0].length);
  return { kind: 'number', number: show(digits, letter), rest: rest.trim() };
}

function checkLetter(digits: string): string {
  return CHECK_LETTERS.charAt(Number(digits) % CHECK_LETTERS.length);
}

function show(digits: string, letter: string): string {
  return [digits.slice(0, 2), digits.slice(2, 6), digits.slice(6), letter].join('-');
}
