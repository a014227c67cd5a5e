/** What a text is compared by: its words, its pairs of neighbouring words, and pieces of four letters. */
import type { Reading } from './reading';

export type FeatureGroup = 'words' | 'pairs' | 'letters';

/** How much each group counts beside the words. Pairs from 0.3 to 0.8 and letters from 0.4 to 0.8 are within a point of
 *  one another (1,046 held-back ways of asking, 2026-11-22). */
export const GROUP_WEIGHTS: Readonly<Record<FeatureGroup, number>> = { words: 1, pairs: 0.5, letters: 0.6 };

const PIECE_LETTERS = 4;
/** Longer « words » are codes or keyboard mashing. */
const LONGEST_IN_PIECES = 24;

export type FeatureNames = Readonly<Record<FeatureGroup, readonly string[]>>;

/** The features of a text by group, each named once: `w:rib`, `p:changer_rib`, `l:_rib`. */
export function featuresOf(reading: Reading): FeatureNames {
  return {
    words: unique(reading.words.map((word) => `w:${word}`)),
    pairs: unique(neighbours(reading.words).map((pair) => `p:${pair}`)),
    letters: unique(reading.spelled.flatMap(piecesOf).map((piece) => `l:${piece}`)),
  };
}

function neighbours(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at] ?? ''}_${word}`);
}

/** Pieces with the word's ends marked. Words of under four letters have none: they are too like others. */
function piecesOf(word: string): string[] {
  if (word.length < PIECE_LETTERS || word.length > LONGEST_IN_PIECES) return [];
  const marked = `_${word}_`;
  return Array.from({ length: marked.length - PIECE_LETTERS + 1 }, (_, at) => marked.slice(at, at + PIECE_LETTERS));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
