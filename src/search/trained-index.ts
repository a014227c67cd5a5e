/** The weights learned at the start from the knowledge base's own ways of asking. */
import { examplesOf, isLesson } from './examples';
import { countFeatures } from './feature-counts';
import { buildFeatureSpace, type FeatureSpace } from './feature-space';
import { keyOfLessons, type Learnt, type WeightMemory } from './learnt-weights';
import type { ReadText } from './read-texts';
import { train, TRAINING_RULES } from './train';
import type { WeightTable } from './weights';

export interface TrainedIndex {
  space: FeatureSpace;
  table: WeightTable;
}

/** Raise it with every change of features.ts, feature-counts.ts, feature-space.ts or train.ts: weights that were kept before
 *  are learnt anew. A test holds it beside a fingerprint of what is learnt. */
export const LEARNING_VERSION = 3;

/** `subjects`: the articles and, last, the off-topic sentences. Six seconds for 25,000 ways of asking, half a second where
 *  they were learnt before. */
export function buildTrainedIndex(texts: readonly ReadText[], subjects: number, memory: WeightMemory): TrainedIndex {
  const lessons = texts.filter(isLesson);
  const key = keyOfLessons(lessons, [LEARNING_VERSION, subjects, TRAINING_RULES]);
  const recalled = memory.recall(key);
  const learnt = recalled ?? learn(lessons, subjects);
  if (!recalled) memory.keep(key, learnt);
  return { space: buildFeatureSpace(learnt.counts, subjects), table: { subjects, values: learnt.values } };
}

export function learn(lessons: readonly ReadText[], subjects: number): Learnt {
  const examples = examplesOf(lessons);
  const counts = countFeatures(examples);
  const space = buildFeatureSpace(counts, subjects);
  const vectors = examples.map(({ subject, features }) => ({ subject, vector: space.vectorOf(features) }));
  return { counts, values: train(space.size, subjects, vectors).values };
}
