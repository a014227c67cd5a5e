import { hasIbanChecksum } from './checksums';
import { findNumbers, findShapes } from './find-numbers';
import type { Finding } from './secret';
import { hideSpans } from './spans';

const GAP = String.raw`[\s.-]?`;
/** A French IBAN is known by its shape alone, a mistyped one too; a RIB is the same without its head. */
const FRENCH_IBAN = new RegExp(String.raw`(?<!\p{L})FR${GAP}\d${GAP}\d(?:${GAP}[A-Z\d]){23}(?!\d)`, 'giu');
const FRENCH_RIB = /(?<![\p{L}\d])\d{5}[\s.-]?\d{5}[\s.-]?[A-Z\d]{11}[\s.-]?\d{2}(?!\d)/giu;
const FOREIGN_IBAN = new RegExp(String.raw`(?<!\p{L})(?!FR)(?=([A-Z]{2}\d{2}(?:${GAP}[A-Z\d]){11,30}))`, 'giu');
/** Norway's, the shortest. */
const LEAST_CHARACTERS = 15;

/** Bank accounts. A foreign one must pass its checksum, so that file numbers and words behind it stay readable. */
export function findIbans(text: string): Finding[] {
  const french = [...findShapes(text, FRENCH_IBAN), ...findShapes(text, FRENCH_RIB)];
  const foreign = findNumbers(hideSpans(text, french), FOREIGN_IBAN, isForeignIban);
  return [...french, ...foreign].map((span) => ({ kind: 'iban', ...span }));
}

function isForeignIban(compact: string): boolean {
  return compact.length >= LEAST_CHARACTERS && hasIbanChecksum(compact);
}
