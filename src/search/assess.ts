/** One part of a message measured: all that a decision and its explanation need. */
import type { SearchArticle } from './article';
import { confidenceOf, decide } from './decide';
import { explain } from './explain';
import { type Features, featuresOf } from './features';
import { measure, type Measures } from './measure';
import type { ScoredTopic, SearchOutcome } from './outcome';
import type { Ranker } from './ranker';
import type { Reading } from './reading';

export interface Assessment {
  reading: Reading;
  features: Features;
  measures: Measures;
  confidence: number;
}

export function assess(reading: Reading, ranker: Ranker, articles: readonly SearchArticle[]): Assessment {
  const features = featuresOf(reading);
  const measures = measure(features, ranker, articles);
  return { reading, features, measures, confidence: confidenceOf(measures) };
}

export function topicsOf({ measures }: Assessment): readonly ScoredTopic[] {
  return measures.ranking.map(({ id, score }) => ({ id, score }));
}

export function outcomeOf(assessment: Assessment, ranker: Ranker): SearchOutcome {
  const { reading, features, measures, confidence } = assessment;
  return {
    ...decide(measures, confidence),
    topics: topicsOf(assessment),
    confidence,
    explain: () => explain(reading, features, measures, confidence, ranker),
  };
}
