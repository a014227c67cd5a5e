/** From what was measured to what is done: answer, ask which subject, or say that nothing was found. */
import type { Measures } from './measure';

/** With 113 subjects 45 % of 261 tuning questions are answered at once, 94 % of them right, and 2 % are refused; at 0.78 it
 *  was 56 % at 90 %. Asking costs the person one press, a wrong answer an attempt. Both are confidences and hold for any
 *  number of articles. Measured 2026-11-22. */
export const THRESHOLDS = { found: 0.9, unsure: 0.13 };

/** Fitted by logistic regression on 1,700 questions put to knowledge bases of 46 and 93 subjects that lacked a third or
 *  more of their ways of asking (2026-11-22): was the first topic right? */
const CALIBRATION = { constant: -2.2, likeness: 4.3, margin: 10.8, offTopic: -2 };

/** Less likeness to the off-topic sentences than this is chance: a few letters in common. */
const OFF_TOPIC_SEEN = 0.2;

export type Decision =
  { kind: 'found' | 'elsewhere' | 'unsure' } | { kind: 'none'; reason: 'off-topic' | 'unknown' | 'no-words' };

/** 0..1: the chance that the first topic is the right one; 0 when there is none. */
export function confidenceOf({ ranking: [first], margin, coverage, offTopic }: Measures): number {
  if (!first) return 0;
  const { constant, ...by } = CALIBRATION;
  const forFirst = coverage * (by.likeness * first.score + by.margin * margin);
  const logit = constant + forFirst + by.offTopic * offTopic;
  return 1 / (1 + Math.exp(-logit));
}

export function decide(measures: Measures, confidence: number): Decision {
  const [first] = measures.ranking;
  if (confidence >= THRESHOLDS.found) return { kind: first?.kind === 'elsewhere' ? 'elsewhere' : 'found' };
  if (confidence >= THRESHOLDS.unsure) return { kind: 'unsure' };
  return { kind: 'none', reason: measures.words === 0 ? 'no-words' : whyNone(measures) };
}

function whyNone({ ranking: [first], coverage, offTopic }: Measures): 'off-topic' | 'unknown' {
  const likeness = (first?.score ?? 0) * coverage;
  return offTopic > Math.max(OFF_TOPIC_SEEN, likeness) ? 'off-topic' : 'unknown';
}
