/** Misspelt words: fuse.js proposes near words from a small part of the vocabulary, Damerau's distance decides.
 *  Fuse ranks short strings well but counts two swapped letters as two slips, and its score is a poor judge:
 *  alone it is right for 82 % of swaps, with this check for 94 % (1,677 synthetic misspellings, 2026-11-22). */
import Fuse from 'fuse.js';
import { slipsBetween } from './damerau';
import { remember } from './remember';

/** Shorter words are too near to too many others. */
const SHORTEST_CORRECTED = 5;
/** From this length two slips are forgiven, below it one: at 8 letters « comporte » became « compte ». */
const LONG_WORD = 9;
/** Longer « words » are keyboard mashing or codes; Fuse's matcher works on 32 letters. */
const LONGEST_CORRECTED = 24;
/** Loose on purpose: Damerau decides. Stricter loses words, looser only costs time. */
const FUSE = { threshold: 0.5, ignoreLocation: true, includeScore: true };
/** Damerau looks at this many proposals. */
const PROPOSALS = 24;

/** The known word a misspelt one stands for, or undefined when none is near enough. */
export type Speller = (word: string) => string | undefined;

/** `words`: everything that may be proposed, the most used first; that order decides between equally near words. */
export function buildSpeller(words: readonly string[]): Speller {
  const parts = partsOf(words.filter((word) => word.length >= SHORTEST_CORRECTED - 1));
  const rank = new Map(words.map((word, position) => [word, position]));

  const nearest = remember((word: string): string | undefined => {
    const limit = word.length >= LONG_WORD ? 2 : 1;
    const possible = partsNear(word).flatMap((key) => possibleIn(parts.get(key) ?? [], word, limit));
    return new Fuse(possible, FUSE)
      .search(word, { limit: PROPOSALS })
      .map(({ item }) => ({ item, slips: slipsBetween(word, item, limit) }))
      .filter(({ slips }) => slips <= limit)
      .sort((a, b) => a.slips - b.slips || (rank.get(a.item) ?? 0) - (rank.get(b.item) ?? 0))[0]?.item;
  });

  return (word) => {
    if (word.length < SHORTEST_CORRECTED || word.length > LONGEST_CORRECTED || /\d/.test(word)) return undefined;
    return nearest(word);
  };
}

interface Spelled {
  word: string;
  /** One bit for each letter that the word has. */
  letters: number;
}

/** The words whose letters allow so few slips: a slip brings in one letter and takes out one at most. What is left is a
 *  few words, and Fuse's time no longer grows with the vocabulary. */
function possibleIn(part: readonly Spelled[], word: string, limit: number): string[] {
  const letters = lettersOf(word);
  return part.filter((known) => bitsIn(known.letters ^ letters) <= 2 * limit).map(({ word: possible }) => possible);
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function bitsIn(letters: number): number {
  let bits = 0;
  for (let left = letters; left !== 0; left &= left - 1) bits++;
  return bits;
}

/** The vocabulary in parts by first sound and length: about a hundredth of it is looked at for one word. */
function partsOf(words: readonly string[]): Map<string, Spelled[]> {
  const parts = new Map<string, Spelled[]>();
  for (const word of words) {
    const key = `${firstSound(word)}${Math.floor(word.length / 2)}`;
    const part = parts.get(key);
    const spelled = { word, letters: lettersOf(word) };
    if (part) part.push(spelled);
    else parts.set(key, [spelled]);
  }
  return parts;
}

function partsNear(word: string): string[] {
  const size = Math.floor(word.length / 2);
  return [size, size - 1, size + 1].map((near) => `${firstSound(word)}${near}`);
}

/** « opital », « hopital »; « kart », « carte »; « fone », « phone ». */
function firstSound(word: string): string {
  const first = word.startsWith('ph') ? 'f' : word.replace(/^h/, '').charAt(0);
  return /[kq]/.test(first) ? 'c' : first;
}
