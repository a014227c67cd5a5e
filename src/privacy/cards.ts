import { hasLuhnChecksum } from './checksums';
import { findNumbers } from './find-numbers';
import type { Finding } from './secret';

/** 2 to 6: those of banks. A telephone number written 0033 … begins with another. */
const CARD = /(?<![\p{L}\d])(?=([2-6](?:[\s.-]?\d){12,18}))/gu;

/** Cards that are longer than any social security number: most of them. */
export function findLongCards(text: string): Finding[] {
  return findCards(text, [16, 19]);
}

/** Cards whose length a social security number has, or nearly. Fourteen figures are no card but a SIRET. */
export function findShortCards(text: string): Finding[] {
  return findCards(text, [13, 15]);
}

function findCards(text: string, lengths: readonly number[]): Finding[] {
  const spans = findNumbers(text, CARD, (digits) => lengths.includes(digits.length) && hasLuhnChecksum(digits));
  return spans.map((span) => ({ kind: 'card', ...span }));
}
