/** The knowledge base as labelled examples: each title, way of asking and keyword, with its subject. */
import { featuresOf, type FeatureNames } from './features';
import type { ReadText } from './read-texts';

export interface Example {
  subject: number;
  features: FeatureNames;
}

/** What an answer says is no way of asking, and speaks of the neighbours too. */
export function examplesOf(texts: readonly ReadText[]): Example[] {
  return texts
    .filter(({ field }) => field !== 'text' && field !== 'details')
    .map(({ subject, reading }) => ({ subject, features: featuresOf(reading) }));
}
