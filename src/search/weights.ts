/** How much each feature speaks for each subject, packed into one byte a number: a question touches some fifty rows at
 *  random, and what takes its time is to fetch them from memory. */
import { addRows } from './add-rows';
import type { SparseVector } from './feature-space';

export interface Weights {
  subjects: number;
  /** What a 1 stands for in the row of each feature. */
  units: Float32Array;
  /** Row after row: the weight of feature f for subject s stands at `f * subjects + s`, in the units of its row. */
  values: Int8Array;
}

const MOST = 127;

/** `table`: the same numbers as they were learnt. */
export function pack(table: Float32Array, subjects: number): Weights {
  const units = new Float32Array(table.length / subjects);
  const values = new Int8Array(table.length);
  for (let feature = 0; feature < units.length; feature++) {
    const row = table.subarray(feature * subjects, (feature + 1) * subjects);
    const unit = row.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / MOST;
    if (unit === 0) continue;
    units[feature] = unit;
    row.forEach((weight, subject) => (values[feature * subjects + subject] = Math.round(weight / unit)));
  }
  return { subjects, units, values };
}

/** Adds to every subject a share of what the features of the vector say for it. */
export function addScores(scores: Float64Array, { units, values }: Weights, vector: SparseVector, share: number): void {
  const factors = vector.features.map((feature, at) => share * (vector.values[at] ?? 0) * (units[feature] ?? 0));
  addRows(scores, values, vector.features, factors);
}

/** The same of one subject alone. */
export function scoreOf(subject: number, { subjects, units, values }: Weights, vector: SparseVector): number {
  return vector.features.reduce((sum, feature, at) => {
    const weight = (units[feature] ?? 0) * (values[feature * subjects + subject] ?? 0);
    return sum + (vector.values[at] ?? 0) * weight;
  }, 0);
}
