/** What was learnt once need not be learnt again: the same lessons always give the same weights. */
import { createHash } from 'node:crypto';
import type { Lesson } from './train';

/** Keeps weights between two runs of the program. It may lose them at any time: they are learnt again then. */
export interface WeightMemory {
  /** The values kept under this key, undamaged, or undefined. */
  recall(key: string): Float32Array | undefined;
  keep(key: string, values: Float32Array): void;
}

export const NO_MEMORY: WeightMemory = { recall: () => undefined, keep: () => undefined };

/** One key for the same lessons in the same order, learnt by the same rules. */
export function keyOfWeights(lessons: readonly Lesson[], rules: readonly unknown[]): string {
  const hash = createHash('sha256').update(JSON.stringify(rules));
  for (const { subject, vector } of lessons) {
    hash.update(Float64Array.of(subject, vector.features.length, ...vector.features, ...vector.values));
  }
  return hash.digest('hex');
}
