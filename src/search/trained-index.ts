/** The weights learned at the start from the knowledge base's own ways of asking. */
import type { Example } from './examples';
import { buildFeatureSpace, type FeatureSpace } from './feature-space';
import { keyOfWeights, type WeightMemory } from './learnt-weights';
import { train, TRAINING_RULES } from './train';
import type { WeightTable } from './weights';

export interface TrainedIndex {
  space: FeatureSpace;
  table: WeightTable;
}

/** `subjects`: the articles and, last, the off-topic sentences. Three seconds for 15,000 ways of asking. */
export function buildTrainedIndex(examples: readonly Example[], subjects: number, memory: WeightMemory): TrainedIndex {
  const space = buildFeatureSpace(examples, subjects);
  const lessons = examples.map(({ subject, features }) => ({ subject, vector: space.vectorOf(features) }));
  const key = keyOfWeights(lessons, [subjects, space.size, TRAINING_RULES]);
  const recalled = memory.recall(key);
  if (recalled?.length === space.size * subjects) return { space, table: { subjects, values: recalled } };
  const table = train(space.size, subjects, lessons);
  memory.keep(key, table.values);
  return { space, table };
}
