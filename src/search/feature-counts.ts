/** In how many subjects each feature of the knowledge base stands: all that is needed to number it and to weigh it. */
import type { Example } from './examples';
import type { FeatureGroup } from './features';

/** Of each group the features that are worth learning, in a fixed order, each with the number of subjects that have it. */
export type FeatureCounts = Readonly<Record<FeatureGroup, ReadonlyMap<number, number>>>;

/** A pair that stands in one text alone teaches that text: three of four pairs, within chance of no loss (2026-11-22). */
const FEWEST_TIMES: Readonly<Record<FeatureGroup, number>> = { words: 1, pairs: 2, letters: 1 };

/** Examples come subject after subject. */
export function countFeatures(examples: readonly Example[]): FeatureCounts {
  return {
    words: countGroup(examples, 'words'),
    pairs: countGroup(examples, 'pairs'),
    letters: countGroup(examples, 'letters'),
  };
}

function countGroup(examples: readonly Example[], group: FeatureGroup): ReadonlyMap<number, number> {
  const seenIn = new Map<number, { times: number; last: number; subjects: number }>();
  for (const { subject, features } of examples) {
    for (const hash of features[group]) {
      const seen = seenIn.get(hash);
      if (!seen) seenIn.set(hash, { times: 1, last: subject, subjects: 1 });
      else {
        seen.times++;
        if (seen.last !== subject) seen.subjects++;
        seen.last = subject;
      }
    }
  }
  const worth = [...seenIn].filter(([, { times }]) => times >= FEWEST_TIMES[group]);
  return new Map(worth.map(([hash, { subjects }]) => [hash, subjects]));
}
