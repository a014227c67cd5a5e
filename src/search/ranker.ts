/** The trained index: built once from the knowledge base, then asked with the features of each question. */
import type { Example } from './examples';
import { buildFeatureSpace, type FeatureSpace } from './feature-space';
import { buildPostings, type Postings } from './postings';
import { startWeights } from './start-weights';
import { train } from './train';

export interface Ranker {
  space: FeatureSpace;
  postings: Postings;
  /** What a topic's own ways of asking score at most: 1 in an outcome. */
  fullScore: number;
}

/** Training touches every subject for every example: above this many subjects that takes seconds and hundreds of
 *  megabytes (26 s at 1,000, 2026-11-22), and the starting weights serve alone. */
const MOST_TRAINED_SUBJECTS = 400;

/** Untrained scores are cosines; training lifts them: 0.9 to 1.5 on the own ways of asking of 93 subjects (2026-11-22). */
const FULL_SCORE = { trained: 1.5, untrained: 1 };

/** `subjects`: the articles and, last, the off-topic sentences. */
export function buildRanker(examples: readonly Example[], subjects: number): Ranker {
  const space = buildFeatureSpace(examples, subjects);
  const start = startWeights(examples, space, subjects);
  if (subjects > MOST_TRAINED_SUBJECTS) {
    return { space, postings: buildPostings(start), fullScore: FULL_SCORE.untrained };
  }
  const lessons = examples
    .filter(({ field }) => field !== 'text') // An answer's text is not a way of asking.
    .map(({ subject, features }) => ({ subject, vector: space.vectorOf(features) }));
  return { space, postings: buildPostings(train(start, lessons)), fullScore: FULL_SCORE.trained };
}
