import type { Finding } from './secret';

const GAP = String.raw`[\s.-]?`;
/** A French IBAN is known by its shape alone, a mistyped one too; a RIB is the same without its head. */
const FRENCH_IBAN = new RegExp(String.raw`(?<![\p{L}\d])FR${GAP}\d${GAP}\d(?:${GAP}[A-Z\d]){23}(?![\p{L}\d])`, 'giu');
const FRENCH_RIB = /(?<![\p{L}\d])\d{5}[\s.-]?\d{5}[\s.-]?[A-Z\d]{11}[\s.-]?\d{2}(?![\p{L}\d])/giu;
const FOREIGN_IBAN = new RegExp(String.raw`(?<![\p{L}\d])[A-Z]{2}\d{2}(?:${GAP}[A-Z\d]){11,30}(?![\p{L}\d])`, 'giu');
const CARD = new RegExp(String.raw`(?<![\p{L}\d])\d(?:${GAP}\d){12,18}(?![\p{L}\d])`, 'gu');

/** IBAN, RIB and payment cards. What is no French IBAN must pass its own checksum, so that file numbers stay readable. */
export function findBankNumbers(text: string): Finding[] {
  return [
    ...matches(text, FRENCH_IBAN, 'iban', () => true),
    ...matches(text, FRENCH_RIB, 'iban', () => true),
    ...matches(text, FOREIGN_IBAN, 'iban', hasIbanChecksum),
    ...matches(text, CARD, 'card', hasLuhnChecksum),
  ];
}

function matches(
  text: string,
  pattern: RegExp,
  kind: Finding['kind'],
  isReal: (compact: string) => boolean,
): Finding[] {
  return [...text.matchAll(pattern)]
    .filter(([found]) => isReal(found.replace(/[\s.-]/g, '').toUpperCase()))
    .map((match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

/** ISO 13616: head moved to the end, letters as numbers, remainder 1 by 97. */
function hasIbanChecksum(iban: string): boolean {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}

/** ISO/IEC 7812: every second digit from the right doubled, sum divisible by ten. */
function hasLuhnChecksum(digits: string): boolean {
  let sum = 0;
  [...digits].reverse().forEach((digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}
