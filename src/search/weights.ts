/** How much each feature speaks for each subject: one row of numbers a feature, one number a subject. */

export interface WeightTable {
  subjects: number;
  /** Row after row: the weight of feature f for subject s stands at `f * subjects + s`. */
  values: Float32Array;
}

export function emptyTable(features: number, subjects: number): WeightTable {
  return { subjects, values: new Float32Array(features * subjects) };
}
