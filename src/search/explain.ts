/** Tells why the search decided as it did, as plain data. */
import { THRESHOLDS } from './decide';
import type { FeatureGroup, FeatureNames } from './features';
import { toScore, type Measures, type RankedTopic } from './measure';
import type { BestTopic, SearchExplanation } from './outcome';
import type { Ranker } from './ranker';
import type { Reading } from './reading';

export function explain(
  reading: Reading,
  features: FeatureNames,
  measures: Measures,
  ranker: Ranker,
): SearchExplanation {
  const [best, runnerUp] = measures.ranking;
  return {
    words: reading.words,
    corrected: reading.corrected,
    synonyms: reading.synonyms,
    best: best ? withParts(best, features, ranker) : null,
    runnerUp: runnerUp ? { id: runnerUp.id, score: runnerUp.score } : null,
    margin: measures.margin,
    coverage: measures.coverage,
    offTopic: measures.offTopic,
    thresholds: THRESHOLDS,
  };
}

function withParts(
  { id, score, subject }: RankedTopic,
  features: FeatureNames,
  { space, postings, fullScore }: Ranker,
): BestTopic {
  const part = (group: FeatureGroup) => {
    const alone = { words: [], pairs: [], letters: [], [group]: features[group] };
    return toScore(postings.scoreOf(subject, space.vectorOf(alone)), fullScore);
  };
  return { id, score, parts: { words: part('words'), pairs: part('pairs'), letters: part('letters') } };
}
