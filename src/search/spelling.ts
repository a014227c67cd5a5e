/** Misspelt words: fuse.js proposes near words from a small part of the vocabulary, Damerau's distance decides.
 *  Fuse ranks short strings well but counts two swapped letters as two slips, and its score is a poor judge:
 *  alone it is right for 82 % of swaps, with this check for 94 % (1,677 synthetic misspellings, 2026-11-22). */
import Fuse from 'fuse.js';
import { slipsBetween } from './damerau';
import { nearWords } from './near-words';
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
  const near = nearWords(words.filter((word) => word.length >= SHORTEST_CORRECTED - 1));
  const rank = new Map(words.map((word, position) => [word, position]));

  const nearest = remember((word: string): string | undefined => {
    const limit = word.length >= LONG_WORD ? 2 : 1;
    return new Fuse(near(word, limit), FUSE)
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
