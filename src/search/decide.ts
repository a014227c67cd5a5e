/** From what was measured to what is done: answer, ask which subject, or say that nothing was found. */
import type { Measures } from './measure';

/** With 113 subjects 72 % of 624 tuning questions are answered at once, 98 % of them right. Asking costs the
 *  person one press, a wrong answer an attempt. Both are confidences and hold for any number of articles.
 *  Measured 2026-11-22; `npm run evaluate` has the figures of today. */
export const THRESHOLDS = { found: 0.85, unsure: 0.15 };

/** Was the first topic right? Fitted by logistic regression on the tuning half of test/questions/, off-topic sentences
 *  among them (`npm run evaluate -- --calibrate`, 2026-11-22). Scores of untrained weights are lower and have their own. */
const CALIBRATION = {
  trained: { constant: -3.61, score: 1.89, margin: 1.43, share: 4.86, offTopic: -3.3, words: 0.11, short: -1.39 },
  untrained: { constant: -5.34, score: 3.5, margin: 1.62, share: 3.69, offTopic: -2.81, words: 0.15, short: -0.77 },
};
export type Calibration = typeof CALIBRATION.trained;

/** Asked in just the words that editors put under one article, and under others far less often. */
const KNOWN_WAY = 0.96;

/** Each word makes a question surer, one or two are little to go by, and more than this make no difference. */
const WORDS_COUNTED = 30;

/** Less likeness to the off-topic sentences than this is chance: a few letters in common. */
const OFF_TOPIC_SEEN = 0.2;

export type Decision =
  { kind: 'found' | 'elsewhere' | 'unsure' } | { kind: 'none'; reason: 'off-topic' | 'unknown' | 'no-words' };

/** 0..1: the chance that the first topic is the right one; 0 when there is none. */
export function confidenceOf(measures: Measures): number {
  if (measures.ranking.length === 0) return 0;
  return Math.max(fitted(measures), measures.knownWay ? KNOWN_WAY : 0);
}

function fitted(measures: Measures): number {
  const weights = CALIBRATION[measures.trained ? 'trained' : 'untrained'];
  const evidence = evidenceOf(measures);
  const logit =
    weights.constant +
    weights.score * evidence.score +
    weights.margin * evidence.margin +
    weights.share * evidence.share +
    weights.offTopic * evidence.offTopic +
    weights.words * evidence.words +
    weights.short * evidence.short;
  return 1 / (1 + Math.exp(-logit));
}

/** What speaks for the first topic, by the names of the calibration; only as far as the question's words are known. */
export function evidenceOf(measures: Measures): Omit<Calibration, 'constant'> {
  const { ranking, margin, coverage, words, share, offTopicShare: offTopic } = measures;
  return {
    score: (ranking[0]?.score ?? 0) * coverage,
    margin: margin * coverage,
    share: share * coverage,
    offTopic,
    words: Math.min(words, WORDS_COUNTED),
    short: 1 / Math.max(1, words),
  };
}

export function decide(measures: Measures, confidence: number): Decision {
  const [first] = measures.ranking;
  if (confidence >= THRESHOLDS.found) return { kind: first?.kind === 'elsewhere' ? 'elsewhere' : 'found' };
  if (confidence * measures.shown >= THRESHOLDS.unsure) return { kind: 'unsure' };
  return { kind: 'none', reason: measures.words === 0 ? 'no-words' : whyNone(measures) };
}

function whyNone({ ranking: [first], coverage, offTopic }: Measures): 'off-topic' | 'unknown' {
  const likeness = (first?.score ?? 0) * coverage;
  return offTopic > Math.max(OFF_TOPIC_SEEN, likeness) ? 'off-topic' : 'unknown';
}
