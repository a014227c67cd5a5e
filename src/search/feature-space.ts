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
  /** The number of a feature, undefined when nothing in the knowledge base has it. */
  indexOf(name: string): number | undefined;
  /** Known features only; each group has its own length, so that a long word's many pieces do not shout. */
  vectorOf(features: FeatureNames): SparseVector;
  /** Rarity of a feature: 0 in every subject, the highest for one that no subject has. */
  rarity(name: string): number;
}

/** A text whose groups all have known features has length 1. */
const WHOLE = Math.hypot(...Object.values(GROUP_WEIGHTS));
const GROUPS = Object.keys(GROUP_WEIGHTS) as FeatureGroup[];

export function buildFeatureSpace(examples: readonly Example[], subjects: number): FeatureSpace {
  const numbers = new Map<string, number>();
  const subjectsWith = countSubjects(examples);
  for (const name of subjectsWith.keys()) numbers.set(name, numbers.size);
  const rarity = (name: string) => Math.log(1 + subjects / (0.5 + (subjectsWith.get(name) ?? 0)));

  return {
    size: numbers.size,
    indexOf: (name) => numbers.get(name),
    rarity,
    vectorOf: (features) => {
      const entries = GROUPS.flatMap((group) => {
        const known = features[group].filter((name) => numbers.has(name));
        const length = Math.hypot(...known.map(rarity)) || 1;
        return known.map(
          (name) => [numbers.get(name) ?? 0, (GROUP_WEIGHTS[group] * rarity(name)) / (length * WHOLE)] as const,
        );
      });
      return { features: entries.map(([feature]) => feature), values: entries.map(([, value]) => value) };
    },
  };
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
