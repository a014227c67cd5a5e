/** What a text is compared by: its words, its pairs of words that stand near each other, and pieces of four letters. */
import { hashOfPair } from './feature-hash';
import type { Reading } from './reading';

export type FeatureGroup = 'words' | 'pairs' | 'letters';

/** How much each group counts beside the words. Pairs from 0.5 to 1 and letters from 0.4 to 0.8 are within a point of
 *  one another (1,355 held-back ways of asking, 2026-11-22). */
export const GROUP_WEIGHTS: Readonly<Record<FeatureGroup, number>> = { words: 1, pairs: 0.7, letters: 0.6 };
export const GROUPS: readonly FeatureGroup[] = ['words', 'pairs', 'letters'];

/** « carte … volée » and « volée … carte » are the same pair, with up to two words between: half a point better than
 *  neighbours in their order. */
const PAIR_REACH = 3;
const FEW_HASHES = 64;

/** The features of a text by group, each once, as their hashes. */
export type FeatureHashes = Readonly<Record<FeatureGroup, readonly number[]>>;

export interface Features {
  /** In the order of the text. */
  hashes: FeatureHashes;
  /** Those of its words that are figures. */
  figures: readonly number[];
}

export function featuresOf({ wordHashes, pieces, figures }: Reading): Features {
  return {
    hashes: {
      words: distinct(wordHashes),
      pairs: distinct(pairsOf(wordHashes)),
      letters: distinct(pieces),
    },
    figures,
  };
}

/** Each of them once, in their order. Of a few, looking through them is quicker than a set. */
function distinct(hashes: readonly number[]): readonly number[] {
  if (hashes.length > FEW_HASHES) return [...new Set(hashes)];
  return hashes.filter((hash, at) => hashes.indexOf(hash) === at);
}

function pairsOf(words: readonly number[]): number[] {
  const pairs: number[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let near = at + 1; near < words.length && near <= at + PAIR_REACH; near++) {
      pairs.push(hashOfPair(words[at] ?? 0, words[near] ?? 0));
    }
  }
  return pairs;
}
