/** What a search answers. */
import type { ScoreParts } from './ranker';
import type { Change } from './reading';

export interface ScoredTopic {
  id: string;
  /** 0..1, higher is nearer. */
  score: number;
}

export type SearchOutcome = FoundOutcome | UnsureOutcome | NoneOutcome;

interface Outcome {
  /** At most 5, best first. */
  topics: readonly ScoredTopic[];
  /** 0..1, comparable across questions: about the chance that the first topic is the right one. */
  confidence: number;
  /** Why the search decided so; worked out when asked for, with the words of the question. */
  explain: () => SearchExplanation;
}

/** `elsewhere`: found, and another body handles it. */
export interface FoundOutcome extends Outcome {
  kind: 'found' | 'elsewhere';
}

/** Show the first three topics and ask which: they are near one another, or the message speaks of several. */
export interface UnsureOutcome extends Outcome {
  kind: 'unsure';
}

export interface NoneOutcome extends Outcome {
  kind: 'none';
  /** Recognised as off-topic; a subject that nothing is known about; nothing in it to search for. */
  reason: 'off-topic' | 'unknown' | 'no-words';
}

/** Two clauses of one message, each clearly found, with different topics, in the order of the message. */
export interface SeveralOutcome {
  kind: 'several';
  outcomes: readonly FoundOutcome[];
  /** Those of the whole message, best first: the two subjects are the first ones. */
  topics: readonly ScoredTopic[];
  /** That of the less sure one. */
  confidence: number;
}

export type MessageOutcome = SearchOutcome | SeveralOutcome;

/** Why the search decided so: plain data for `npm run ask` and the content team. It holds words of the
 *  question, masked or not as the question was: keep it no longer than the question. */
export interface SearchExplanation {
  /** The words compared, after all mending. */
  words: readonly string[];
  corrected: readonly Change[];
  synonyms: readonly Change[];
  best: BestTopic | null;
  runnerUp: ScoredTopic | null;
  /** Score of the best topic less that of the runner-up. */
  margin: number;
  /** 0..1: how much of the question's weight lies in words that the knowledge base knows. */
  coverage: number;
  /** 0..1: likeness to the sentences of `off-topic.yaml`. */
  offTopic: number;
  /** 0..1: see `Outcome.confidence`. */
  confidence: number;
  thresholds: { found: number; unsure: number };
}

/** The best topic's score in its parts. They add up to the score, except where a part speaks against and counts 0. */
export interface BestTopic extends ScoredTopic {
  parts: ScoreParts;
}
