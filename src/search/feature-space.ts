/** Numbers every feature of the knowledge base, weighs it by its rarity, and turns texts into vectors. */
import type { FeatureCounts } from './feature-counts';
import { type FeatureGroup, type FeatureNames, GROUP_WEIGHTS, GROUPS } from './features';

/** A text as the numbers of its known features and their values; a feature stands in it once. */
export interface SparseVector {
  features: readonly number[];
  values: readonly number[];
}

export interface FeatureSpace {
  size: number;
  /** Known features only; each group has its own length, so that a long word's many pieces do not shout. */
  vectorOf(features: FeatureNames): SparseVector;
}

/** A text whose groups all have known features has length 1. */
const WHOLE = Math.hypot(...Object.values(GROUP_WEIGHTS));

interface Known {
  number: number;
  /** 0 in every subject, the highest for a feature of one subject alone. */
  rarity: number;
}

type KnownFeatures = Readonly<Record<FeatureGroup, ReadonlyMap<string, Known>>>;

export function buildFeatureSpace(counts: FeatureCounts, subjects: number): FeatureSpace {
  const known = knownFeatures(counts, subjects);
  return {
    size: GROUPS.reduce((sum, group) => sum + known[group].size, 0),
    vectorOf: (names) => {
      const vector = { features: [], values: [] };
      for (const group of GROUPS) addScaled(vector, names[group], known[group], GROUP_WEIGHTS[group] / WHOLE);
      return vector;
    },
  };
}

/** The known features of one group with values in proportion to their rarity, of that length together. */
function addScaled(
  { features, values }: { features: number[]; values: number[] },
  names: readonly string[],
  known: ReadonlyMap<string, Known>,
  length: number,
): void {
  const from = values.length;
  let squares = 0;
  for (const name of names) {
    const feature = known.get(name);
    if (!feature) continue;
    features.push(feature.number);
    values.push(feature.rarity);
    squares += feature.rarity ** 2;
  }
  const scale = length / (Math.sqrt(squares) || 1);
  for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
}

function knownFeatures(counts: FeatureCounts, subjects: number): KnownFeatures {
  let number = 0;
  const rarity = (having: number) => Math.log(1 + subjects / (0.5 + having));
  const knownIn = (group: FeatureGroup): Map<string, Known> =>
    new Map([...counts[group]].map(([name, having]) => [name, { number: number++, rarity: rarity(having) }]));
  return { words: knownIn('words'), pairs: knownIn('pairs'), letters: knownIn('letters') };
}
