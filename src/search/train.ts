/** Learns from the knowledge base's own ways of asking how much each feature speaks for each subject: logistic regression
 *  over all subjects at once, by small steps, each weight drawn towards zero. The order is fixed and nothing is drawn by
 *  chance, so that the same content gives the same weights. */
import { addRows } from './add-rows';
import type { SparseVector } from './feature-space';

export interface Lesson {
  subject: number;
  vector: SparseVector;
}

/** Eight to twenty are within half a point of one another (2026-11-22). */
const EPOCHS = 12;
/** Each round's step is the first over 1, 2, 3 …: so they come to rest where the regression has its end. */
const FIRST_STEP = 6;
/** What draws the weights towards zero, beside all lessons together. */
const PRIOR = 0.17;
/** Errors of a chance below this are not worth a correction: nine of ten, and no loss. */
const SMALLEST_ERROR = 0.02;
/** Lessons come subject after subject, and the last learnt weighs most: each round steps through them by the golden section. */
const STRIDE = 0.618;

/** What the weights depend on beside the lessons. */
export const TRAINING_RULES = [EPOCHS, FIRST_STEP, PRIOR, SMALLEST_ERROR, STRIDE];

/** One row of numbers a feature, one number a subject. */
interface Table {
  subjects: number;
  values: Float32Array;
}

/** The weights, row after row: `features` rows of `subjects` numbers. Differences of the scores that they give are those of
 *  the logarithms of chances. */
export function train(features: number, subjects: number, lessons: readonly Lesson[]): Float32Array {
  const table: Table = { subjects, values: new Float32Array(features * subjects) };
  const chances = new Float64Array(subjects);
  const ordered = interleaved(lessons);
  // All weights shrink with each lesson: one factor for them all is kept beside them.
  let factor = 1;
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    const step = FIRST_STEP / epoch;
    for (const lesson of ordered) {
      chances.fill(0);
      addRows(chances, table.values, lesson.vector.features, lesson.vector.values);
      toChances(chances, factor);
      factor *= 1 - (step * PRIOR) / lessons.length;
      correct(table, lesson, chances, step / factor);
    }
  }
  return table.values.map((value) => value * factor);
}

/** Each of them once, neighbours far apart. */
function interleaved<T>(items: readonly T[]): readonly T[] {
  let stride = Math.max(1, Math.round(items.length * STRIDE));
  while (greatestDivisor(stride, items.length) > 1) stride++;
  return items.map((_, at) => items[(at * stride) % items.length] as T);
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}

// Plain loops from here on: they run some hundred million times.

function toChances(scores: Float64Array, factor: number): void {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const exponential = Math.exp(factor * ((scores[at] ?? 0) - highest));
    scores[at] = exponential;
    sum += exponential;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
}

function correct(
  { subjects, values }: Table,
  { subject: right, vector }: Lesson,
  chances: Float64Array,
  step: number,
): void {
  const wrong: number[] = [];
  for (let subject = 0; subject < subjects; subject++) {
    const error = (subject === right ? 1 : 0) - (chances[subject] ?? 0);
    chances[subject] = error;
    if (Math.abs(error) >= SMALLEST_ERROR) wrong.push(subject);
  }
  for (let at = 0; at < vector.features.length; at++) {
    const row = (vector.features[at] ?? 0) * subjects;
    const share = step * (vector.values[at] ?? 0);
    for (const subject of wrong) values[row + subject] = (values[row + subject] ?? 0) + share * (chances[subject] ?? 0);
  }
}
