/** Corrects the starting weights on the knowledge base's own ways of asking: where another subject scores nearly as
 *  high as the right one, the features that led there lose a little and the right ones gain (softmax regression).
 *  The order is fixed and nothing is drawn by chance, so that the same content gives the same weights. */
import type { SparseVector } from './feature-space';
import type { WeightTable } from './weights';

export interface Lesson {
  subject: number;
  vector: SparseVector;
}

/** Three to twelve are within a point of one another (2026-11-22). */
const EPOCHS = 5;
const FIRST_STEP = 1;
/** Each round's step is the first over 1, 1.5, 2 …: with a constant one the last lessons weigh most. */
const SHRINKAGE = 0.5;
/** Turns a difference of scores into a difference of chances. */
const SHARPNESS = 6;
/** Chances below this are not worth a correction. */
const SMALLEST_CHANCE = 1e-3;

/** What the weights depend on beside the lessons. The first is the version of this file: raise it with every change of how. */
export const TRAINING_RULES = [1, EPOCHS, FIRST_STEP, SHRINKAGE, SHARPNESS, SMALLEST_CHANCE];

/** Corrects the table itself, which may hold millions of weights. */
export function train(table: WeightTable, lessons: readonly Lesson[]): void {
  const chances = new Float64Array(table.subjects);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const step = FIRST_STEP / (1 + SHRINKAGE * epoch);
    for (const { subject, vector } of lessons) {
      scoreInto(chances, table, vector);
      toChances(chances);
      correct(table, { subject, vector }, chances, step);
    }
  }
}

// Plain loops from here on: they run some hundred million times at the start.

function scoreInto(scores: Float64Array, { subjects, values }: WeightTable, vector: SparseVector): void {
  scores.fill(0);
  for (let at = 0; at < vector.features.length; at++) {
    const value = vector.values[at] ?? 0;
    const row = (vector.features[at] ?? 0) * subjects;
    for (let subject = 0; subject < subjects; subject++) {
      scores[subject] = (scores[subject] ?? 0) + value * (values[row + subject] ?? 0);
    }
  }
}

function toChances(scores: Float64Array): void {
  let highest = -Infinity;
  for (const score of scores) highest = Math.max(highest, score);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const exponential = Math.exp(SHARPNESS * ((scores[at] ?? 0) - highest));
    scores[at] = exponential;
    sum += exponential;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
}

function correct(
  { subjects, values }: WeightTable,
  { subject: right, vector }: Lesson,
  chances: Float64Array,
  step: number,
): void {
  const wrong: number[] = [];
  for (let subject = 0; subject < subjects; subject++) {
    const chance = chances[subject] ?? 0;
    const error = (subject === right ? 1 : 0) - chance;
    chances[subject] = error;
    if (Math.abs(error) >= SMALLEST_CHANCE) wrong.push(subject);
  }
  for (let at = 0; at < vector.features.length; at++) {
    const row = (vector.features[at] ?? 0) * subjects;
    const share = step * (vector.values[at] ?? 0);
    for (const subject of wrong) values[row + subject] = (values[row + subject] ?? 0) + share * (chances[subject] ?? 0);
  }
}
