/** Numbers every feature of the knowledge base, weighs it by its rarity, and turns texts into vectors. */
import type { FeatureCounts } from './feature-counts';
import { type FeatureGroup, type FeatureHashes, GROUP_WEIGHTS, GROUPS } from './features';
import { positionsOf } from './hash-table';

/** A text as the numbers of its known features and their values; a feature stands in it once. */
export interface SparseVector {
  features: readonly number[];
  values: readonly number[];
}

export interface FeatureSpace {
  size: number;
  /** Known features only; each group has its own length, so that a long word's many pieces do not shout. */
  vectorOf(features: FeatureHashes): SparseVector;
}

/** A text whose groups all have known features has length 1. */
const WHOLE = Math.hypot(...Object.values(GROUP_WEIGHTS));

interface Known {
  /** A feature's number, by its hash; -1: unknown. */
  numberOf: (hash: number) => number;
  /** By number: 0 for a feature of every subject, the highest for one of a single subject. */
  rarities: Float64Array;
}

export function buildFeatureSpace(counts: FeatureCounts, subjects: number): FeatureSpace {
  const known = knownFeatures(counts, subjects);
  return {
    size: known.rarities.length,
    vectorOf: (hashes) => {
      const vector = { features: [], values: [] };
      for (const group of GROUPS) addScaled(vector, hashes[group], known, GROUP_WEIGHTS[group] / WHOLE);
      return vector;
    },
  };
}

/** The known features of one group with values in proportion to their rarity, of that length together. */
function addScaled(
  { features, values }: { features: number[]; values: number[] },
  hashes: FeatureHashes[FeatureGroup],
  { numberOf, rarities }: Known,
  length: number,
): void {
  const from = values.length;
  let squares = 0;
  for (const hash of hashes) {
    const feature = numberOf(hash);
    if (feature < 0) continue;
    const rarity = rarities[feature] ?? 0;
    features.push(feature);
    values.push(rarity);
    squares += rarity ** 2;
  }
  const scale = length / (Math.sqrt(squares) || 1);
  for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
}

function knownFeatures(counts: FeatureCounts, subjects: number): Known {
  const all = GROUPS.flatMap((group) => [...counts[group]]);
  const rarityOf = (having: number) => Math.log(1 + subjects / (0.5 + having));
  return {
    numberOf: positionsOf(all.map(([hash]) => hash)),
    rarities: Float64Array.from(all, ([, having]) => rarityOf(having)),
  };
}
