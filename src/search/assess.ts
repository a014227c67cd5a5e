/** One sentence read and measured: all that a decision and its explanation need. */
import type { SearchArticle } from './article';
import { confidenceOf, decide } from './decide';
import { explain } from './explain';
import { featuresOf, type FeatureNames } from './features';
import { measure, type Measures } from './measure';
import type { SearchOutcome } from './outcome';
import type { Ranker } from './ranker';
import type { Reader, Reading } from './reading';

export interface Assessment {
  reading: Reading;
  features: FeatureNames;
  measures: Measures;
  confidence: number;
}

/** Topics handed back; a conversation shows three of them. */
const MOST_TOPICS = 5;

export function assess(
  sentence: string,
  reader: Reader,
  ranker: Ranker,
  articles: readonly SearchArticle[],
): Assessment {
  const reading = reader.readQuestion(sentence);
  const features = featuresOf(reading);
  const measures = measure(features, ranker, articles);
  return { reading, features, measures, confidence: confidenceOf(measures) };
}

/** The surer of two; of equals the first: a whole text comes before its sentences. */
export function surer(one: Assessment, other: Assessment): Assessment {
  return other.confidence > one.confidence ? other : one;
}

export function outcomeOf({ reading, features, measures, confidence }: Assessment, ranker: Ranker): SearchOutcome {
  return {
    ...decide(measures, confidence, reading.words.length),
    topics: measures.ranking.slice(0, MOST_TOPICS).map(({ id, score }) => ({ id, score })),
    confidence,
    explanation: explain(reading, features, measures, ranker),
  };
}
