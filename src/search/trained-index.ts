/** The weights learned at the start from the knowledge base's own ways of asking. */
import type { Example } from './examples';
import { buildFeatureSpace, type FeatureSpace } from './feature-space';
import { keyOfWeights, type WeightMemory } from './learnt-weights';
import { buildPostings, type Postings } from './postings';
import { START_RULES, startWeights } from './start-weights';
import { type Lesson, train, TRAINING_RULES } from './train';
import type { WeightTable } from './weights';

export interface TrainedIndex {
  space: FeatureSpace;
  postings: Postings;
}

/** `subjects`: the articles and, last, the off-topic sentences. Two seconds for 15,000 ways of asking. */
export function buildTrainedIndex(examples: readonly Example[], subjects: number, memory: WeightMemory): TrainedIndex {
  const space = buildFeatureSpace(examples, subjects);
  const texts = examples.map(({ subject, field, features }) => ({ subject, field, vector: space.vectorOf(features) }));
  const key = keyOfWeights(texts, [subjects, space.size, START_RULES, TRAINING_RULES]);
  const recalled = memory.recall(key);
  if (recalled?.length === space.size * subjects)
    return { space, postings: buildPostings({ subjects, values: recalled }) };
  const table = learn(examples, texts, space, subjects);
  memory.keep(key, table.values);
  return { space, postings: buildPostings(table) };
}

function learn(
  examples: readonly Example[],
  texts: readonly (Lesson & Pick<Example, 'field'>)[],
  space: FeatureSpace,
  subjects: number,
): WeightTable {
  const table = startWeights(examples, space, subjects);
  // An answer's text is not a way of asking.
  const lessons = texts.filter(({ field }) => field !== 'text');
  train(table, lessons);
  return table;
}
