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

interface KnownFeatures {
  /** By group, the number of each feature. */
  numbers: Readonly<Record<FeatureGroup, ReadonlyMap<string, number>>>;
  /** By number: 0 for a feature of every subject, the highest for one of a single subject. */
  rarities: Float64Array;
}

export function buildFeatureSpace(counts: FeatureCounts, subjects: number): FeatureSpace {
  const { numbers, rarities } = knownFeatures(counts, subjects);
  return {
    size: rarities.length,
    vectorOf: (names) => {
      const vector = { features: [], values: [] };
      for (const group of GROUPS) {
        addScaled(vector, names[group], numbers[group], rarities, GROUP_WEIGHTS[group] / WHOLE);
      }
      return vector;
    },
  };
}

/** The known features of one group with values in proportion to their rarity, of that length together. */
function addScaled(
  { features, values }: { features: number[]; values: number[] },
  names: readonly string[],
  numbers: ReadonlyMap<string, number>,
  rarities: Float64Array,
  length: number,
): void {
  const from = values.length;
  let squares = 0;
  for (const name of names) {
    const feature = numbers.get(name);
    if (feature === undefined) continue;
    const rarity = rarities[feature] ?? 0;
    features.push(feature);
    values.push(rarity);
    squares += rarity ** 2;
  }
  const scale = length / (Math.sqrt(squares) || 1);
  for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
}

function knownFeatures(counts: FeatureCounts, subjects: number): KnownFeatures {
  const rarities: number[] = [];
  const numbersIn = (group: FeatureGroup) =>
    new Map([...counts[group]].map(([name, having]) => [name, rarities.push(rarityOf(having, subjects)) - 1]));
  const numbers = { words: numbersIn('words'), pairs: numbersIn('pairs'), letters: numbersIn('letters') };
  return { numbers, rarities: Float64Array.from(rarities) };
}

function rarityOf(having: number, subjects: number): number {
  return Math.log(1 + subjects / (0.5 + having));
}
