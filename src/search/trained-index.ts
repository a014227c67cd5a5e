/** The weights learned at the start from the knowledge base's own ways of asking. */
import { examplesOf, isLesson } from './examples';
import { countFeatures } from './feature-counts';
import { buildFeatureSpace, type FeatureSpace } from './feature-space';
import { keyOfLessons, type Learnt, type WeightMemory } from './learnt-weights';
import type { ReadText } from './read-texts';
import { type Lesson, train, TRAINING_RULES } from './train';
import { pack, scoreOf, type Weights } from './weights';

export interface TrainedIndex {
  space: FeatureSpace;
  weights: Weights;
  /** Of all that speaks for a subject; few questions reach it. */
  fullScore: number;
}

/** Share of the lessons whose scores stay below a full one. */
const FULL = 0.99;

/** Raise it with every change of what is learnt (the features, their counts and space, train.ts, add-rows.ts, weights.ts): weights that
 *  were kept before are learnt anew. A test holds it beside a fingerprint of what is learnt. */
export const LEARNING_VERSION = 7;

/** `subjects`: the articles and, last, the off-topic sentences. Six seconds for 25,000 ways of asking, half a second where
 *  they were learnt before. */
export function buildTrainedIndex(texts: readonly ReadText[], subjects: number, memory: WeightMemory): TrainedIndex {
  const lessons = texts.filter(isLesson);
  const key = keyOfLessons(lessons, [LEARNING_VERSION, subjects, TRAINING_RULES]);
  const recalled = memory.recall(key);
  const learnt = recalled ?? learn(lessons, subjects);
  if (!recalled) memory.keep(key, learnt);
  const { counts, weights, fullScore } = learnt;
  return { space: buildFeatureSpace(counts, subjects), weights, fullScore };
}

export function learn(lessons: readonly ReadText[], subjects: number): Learnt {
  const examples = examplesOf(lessons);
  const counts = countFeatures(examples);
  const space = buildFeatureSpace(counts, subjects);
  const vectors = examples.map(({ subject, features }) => ({ subject, vector: space.vectorOf(features) }));
  const weights = pack(train(space.size, subjects, vectors), subjects);
  return { counts, weights, fullScore: fullScoreOf(weights, vectors) };
}

/** Scores grow with the number of lessons: the one that a lesson in a hundred reaches for its own subject is a full one. */
function fullScoreOf(weights: Weights, lessons: readonly Lesson[]): number {
  const scores = lessons.map(({ subject, vector }) => scoreOf(subject, weights, vector)).sort((a, b) => a - b);
  return scores[Math.floor(scores.length * FULL)] ?? 1;
}
