/** The weights learned at the start from the knowledge base's own ways of asking. */
import type { Example } from './examples';
import { buildFeatureSpace, type FeatureSpace } from './feature-space';
import { buildPostings, type Postings } from './postings';
import { startWeights } from './start-weights';
import { train } from './train';

export interface TrainedIndex {
  space: FeatureSpace;
  postings: Postings;
}

/** `subjects`: the articles and, last, the off-topic sentences. Two seconds for 15,000 ways of asking. */
export function buildTrainedIndex(examples: readonly Example[], subjects: number): TrainedIndex {
  const space = buildFeatureSpace(examples, subjects);
  const lessons = examples
    .filter(({ field }) => field !== 'text') // An answer's text is not a way of asking.
    .map(({ subject, features }) => ({ subject, vector: space.vectorOf(features) }));
  const table = startWeights(examples, space, subjects);
  train(table, lessons);
  return { space, postings: buildPostings(table) };
}
