/** The weights as an inverted index: for each feature the subjects it speaks for or against, and how much. */
import type { SparseVector } from './feature-space';
import type { WeightTable } from './weights';

interface Posting {
  subjects: Uint16Array;
  weights: Float32Array;
}

export interface Postings {
  /** One score a subject, by its position. */
  score(vector: SparseVector): Float64Array;
  /** The score of one subject alone. */
  scoreOf(subject: number, vector: SparseVector): number;
}

/** Smaller weights are left out: most of the table after training, and no loss (59.8 % and 60.0 % right, 2026-11-22). */
const SMALLEST_WEIGHT = 0.02;

export function buildPostings({ subjects, values }: WeightTable): Postings {
  const features = values.length / subjects;
  const postings = Array.from({ length: features }, (_, feature) =>
    postingOf(values.subarray(feature * subjects, (feature + 1) * subjects)),
  );

  return {
    score: (vector) => {
      const scores = new Float64Array(subjects);
      vector.features.forEach((feature, at) => addPosting(scores, postings[feature], vector.values[at] ?? 0));
      return scores;
    },
    scoreOf: (subject, vector) =>
      vector.features.reduce(
        (sum, feature, at) => sum + (vector.values[at] ?? 0) * weightIn(postings[feature], subject),
        0,
      ),
  };
}

function postingOf(row: Float32Array): Posting {
  const subjects = [...row.keys()].filter((subject) => Math.abs(row[subject] ?? 0) >= SMALLEST_WEIGHT);
  return { subjects: Uint16Array.from(subjects), weights: Float32Array.from(subjects, (subject) => row[subject] ?? 0) };
}

function addPosting(scores: Float64Array, posting: Posting | undefined, value: number): void {
  posting?.subjects.forEach((subject, at) => {
    scores[subject] = (scores[subject] ?? 0) + value * (posting.weights[at] ?? 0);
  });
}

function weightIn(posting: Posting | undefined, subject: number): number {
  return posting?.weights[posting.subjects.indexOf(subject)] ?? 0;
}
