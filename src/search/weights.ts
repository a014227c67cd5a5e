/** How much each feature speaks for each subject, packed into one byte a number: a question touches some fifty rows at
 *  random, and what takes its time is to fetch them from memory. */
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

/** Adds to every subject what the features of the vector say for it, four features at a time: plain loops, for they run
 *  some thousand times a question. */
export function addScores(
  scores: Float64Array,
  { subjects, units, values }: Weights,
  { features, values: lengths }: SparseVector,
  share: number,
): void {
  const factorOf = (at: number) => share * (lengths[at] ?? 0) * (units[features[at] ?? 0] ?? 0);
  const rowOf = (at: number) => (features[at] ?? 0) * subjects;
  for (let at = 0; at < features.length; at += 4) {
    const a = factorOf(at);
    const b = factorOf(at + 1);
    const c = factorOf(at + 2);
    const d = factorOf(at + 3);
    const rowA = rowOf(at);
    const rowB = rowOf(at + 1);
    const rowC = rowOf(at + 2);
    const rowD = rowOf(at + 3);
    for (let subject = 0; subject < subjects; subject++) {
      scores[subject] =
        (scores[subject] ?? 0) +
        a * (values[rowA + subject] ?? 0) +
        b * (values[rowB + subject] ?? 0) +
        c * (values[rowC + subject] ?? 0) +
        d * (values[rowD + subject] ?? 0);
    }
  }
}

/** The same of one subject alone. */
export function scoreOf(subject: number, { subjects, units, values }: Weights, vector: SparseVector): number {
  return vector.features.reduce((sum, feature, at) => {
    const weight = (units[feature] ?? 0) * (values[feature * subjects + subject] ?? 0);
    return sum + (vector.values[at] ?? 0) * weight;
  }, 0);
}
