/** Tells why the search decided as it did, as plain data. */
import { THRESHOLDS } from './decide';
import type { Features } from './features';
import type { Measures } from './measure';
import type { SearchExplanation } from './outcome';
import type { Ranker } from './ranker';
import type { Reading } from './reading';

export function explain(
  reading: Reading,
  features: Features,
  { ranking: [best, runnerUp], margin, coverage, offTopic }: Measures,
  confidence: number,
  ranker: Ranker,
): SearchExplanation {
  return {
    words: reading.words,
    corrected: reading.corrected,
    synonyms: reading.synonyms,
    best: best ? { id: best.id, score: best.score, parts: ranker.partsOf(best.subject, features) } : null,
    runnerUp: runnerUp ? { id: runnerUp.id, score: runnerUp.score } : null,
    margin,
    coverage,
    offTopic,
    confidence,
    thresholds: THRESHOLDS,
  };
}
