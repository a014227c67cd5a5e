/** The knowledge base as labelled examples: each title, way of asking and keyword, with its subject. */
import type { Field } from './article';
import { type FeatureHashes, featuresOf } from './features';
import type { ReadText } from './read-texts';

export interface Example {
  subject: number;
  features: FeatureHashes;
}

/** What an answer says is no way of asking, and speaks of the neighbours too. */
export function isLesson({ field }: { field: Field }): boolean {
  return field !== 'text' && field !== 'details';
}

export function examplesOf(lessons: readonly ReadText[]): Example[] {
  return lessons.map(({ subject, reading }) => ({ subject, features: featuresOf(reading).hashes }));
}
