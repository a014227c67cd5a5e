/** Numbers every feature of the knowledge base, weighs it by its rarity, and turns texts into vectors. */
import type { Example } from './examples';
import { GROUP_WEIGHTS, type FeatureGroup, type FeatureNames } from './features';

/** A text as the numbers of its known features and their values; a feature stands in it once. */
export interface SparseVector {
  features: readonly number[];
  values: readonly number[];
}

export interface FeatureSpace {
  size: number;
  /** Whether anything in the knowledge base, or among the off-topic sentences, has the feature. */
  isKnown(name: string): boolean;
  /** Known features only; each group has its own length, so that a long word's many pieces do not shout. */
  vectorOf(features: FeatureNames): SparseVector;
  /** Rarity of a feature: 0 in every subject, the highest for one that no subject has. */
  rarity(name: string): number;
}

/** A text whose groups all have known features has length 1. */
const WHOLE = Math.hypot(...Object.values(GROUP_WEIGHTS));
const GROUPS = Object.keys(GROUP_WEIGHTS) as FeatureGroup[];

interface Known {
  number: number;
  rarity: number;
}

export function buildFeatureSpace(examples: readonly Example[], subjects: number): FeatureSpace {
  const rarityIn = (subjectsWith: number) => Math.log(1 + subjects / (0.5 + subjectsWith));
  const known = new Map<string, Known>();
  for (const [name, count] of countSubjects(examples)) known.set(name, { number: known.size, rarity: rarityIn(count) });

  return {
    size: known.size,
    isKnown: (name) => known.has(name),
    rarity: (name) => known.get(name)?.rarity ?? rarityIn(0),
    vectorOf: (features) => {
      const entries = GROUPS.flatMap((group) =>
        scaled(
          features[group].flatMap((name) => known.get(name) ?? []),
          GROUP_WEIGHTS[group] / WHOLE,
        ),
      );
      return { features: entries.map(({ number }) => number), values: entries.map(({ value }) => value) };
    },
  };
}

/** The features of one group with values in proportion to their rarity, of that length together. */
function scaled(group: readonly Known[], length: number): { number: number; value: number }[] {
  const unscaled = Math.hypot(...group.map(({ rarity }) => rarity)) || 1;
  return group.map(({ number, rarity }) => ({ number, value: (length * rarity) / unscaled }));
}

function countSubjects(examples: readonly Example[]): Map<string, number> {
  const seenIn = new Map<string, Set<number>>();
  for (const { subject, features } of examples) {
    for (const name of GROUPS.flatMap((group) => features[group])) {
      const seen = seenIn.get(name);
      if (seen) seen.add(subject);
      else seenIn.set(name, new Set([subject]));
    }
  }
  return new Map([...seenIn].map(([name, seen]) => [name, seen.size]));
}
