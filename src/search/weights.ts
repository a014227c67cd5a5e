/** How much each feature speaks for each subject: one row of numbers a feature, one number a subject. Plain loops: they run
 *  some hundred million times while learning, and some thousand times a question. */
import type { SparseVector } from './feature-space';

export interface WeightTable {
  subjects: number;
  /** Row after row: the weight of feature f for subject s stands at `f * subjects + s`. */
  values: Float32Array;
}

export function emptyTable(features: number, subjects: number): WeightTable {
  return { subjects, values: new Float32Array(features * subjects) };
}

/** Adds to every subject what the features of the vector say for it. */
export function addScores(scores: Float64Array, { subjects, values }: WeightTable, vector: SparseVector): void {
  for (let at = 0; at < vector.features.length; at++) {
    const value = vector.values[at] ?? 0;
    const row = (vector.features[at] ?? 0) * subjects;
    for (let subject = 0; subject < subjects; subject++) {
      scores[subject] = (scores[subject] ?? 0) + value * (values[row + subject] ?? 0);
    }
  }
}

/** The same of one subject alone. */
export function scoreOf(subject: number, { subjects, values }: WeightTable, vector: SparseVector): number {
  return vector.features.reduce(
    (sum, feature, at) => sum + (vector.values[at] ?? 0) * (values[feature * subjects + subject] ?? 0),
    0,
  );
}
