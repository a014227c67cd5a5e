/** The knowledge base as labelled examples: each title, way of asking, keyword and first answer, with its subject. */
import type { Field } from './article';
import { featuresOf, type FeatureNames } from './features';
import type { ReadText } from './read-texts';

export interface Example {
  subject: number;
  field: Field;
  features: FeatureNames;
}

/** Steps and details are left out: they speak of the neighbours too, and training on them loses more than it wins. */
export function examplesOf(texts: readonly ReadText[]): Example[] {
  return texts
    .filter(({ field }) => field !== 'details')
    .map(({ subject, field, reading }) => ({ subject, field, features: featuresOf(reading) }));
}
