/** What was learnt once need not be learnt again: the same lessons always give the same weights. */
import { createHash } from 'node:crypto';
import type { FeatureCounts } from './feature-counts';
import type { ReadText } from './read-texts';
import type { Weights } from './weights';

export interface Learnt {
  counts: FeatureCounts;
  weights: Weights;
  /** See `TrainedIndex`. */
  fullScore: number;
}

/** Keeps what was learnt between two runs of the program. It may lose it at any time: it is learnt again then. */
export interface WeightMemory {
  /** What is kept under this key, undamaged, or undefined. */
  recall(key: string): Learnt | undefined;
  keep(key: string, learnt: Learnt): void;
}

export const NO_MEMORY: WeightMemory = { recall: () => undefined, keep: () => undefined };

/** One key for the same lessons in the same order, learnt by the same rules. */
export function keyOfLessons(lessons: readonly ReadText[], rules: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(rules));
  for (const { subject, reading } of lessons) {
    hash.update(`\n${subject}\t${reading.words.join(' ')}\t${reading.spelled.join(' ')}`);
  }
  return hash.digest('hex');
}
