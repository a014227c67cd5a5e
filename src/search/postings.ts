/** The trained weights as an inverted index: for each feature the subjects it speaks for or against, and how much. */
import type { SparseVector } from './feature-space';
import type { Scores } from './scores';
import type { WeightTable } from './weights';

interface Posting {
  subjects: Uint16Array;
  weights: Float32Array;
}

export interface Postings {
  addTo(scores: Scores, vector: SparseVector): void;
  /** The score of one subject alone. */
  scoreOf(subject: number, vector: SparseVector): number;
}

const NOWHERE: Posting = { subjects: new Uint16Array(), weights: new Float32Array() };
/** Smaller weights are left out: most of the table after training, and no loss (2026-11-22). */
const SMALLEST_WEIGHT = 0.01;

export function buildPostings({ subjects, values }: WeightTable): Postings {
  const features = values.length / subjects;
  const postings = Array.from({ length: features }, (_, feature) =>
    postingOf(values.subarray(feature * subjects, (feature + 1) * subjects)),
  );
  return {
    addTo: (scores, vector) =>
      vector.features.forEach((feature, at) => {
        const { subjects: numbers, weights } = postings[feature] ?? NOWHERE;
        scores.addEach(numbers, weights, vector.values[at] ?? 0);
      }),
    scoreOf: (subject, vector) =>
      vector.features.reduce(
        (sum, feature, at) => sum + (vector.values[at] ?? 0) * weightIn(postings[feature], subject),
        0,
      ),
  };
}

function postingOf(row: Float32Array): Posting {
  const subjects: number[] = [];
  for (let subject = 0; subject < row.length; subject++) {
    if (Math.abs(row[subject] ?? 0) >= SMALLEST_WEIGHT) subjects.push(subject);
  }
  return { subjects: Uint16Array.from(subjects), weights: Float32Array.from(subjects, (subject) => row[subject] ?? 0) };
}

function weightIn(posting: Posting | undefined, subject: number): number {
  return posting?.weights[posting.subjects.indexOf(subject)] ?? 0;
}
