/** Whether a message asks several things at once, from what its clauses say. */
import { type Assessment, outcomeOf, topicsOf } from './assess';
import type { MessageParts } from './message';
import type { FoundOutcome, MessageOutcome, SearchOutcome } from './outcome';
import type { Ranker } from './ranker';

/** More answers at once than a person reads. */
const MOST_AT_ONCE = 3;
/** A clause as sure as that of another subject is asked about beside the whole one. */
const SECOND_SUBJECT = 0.6;

export function outcomeOfMessage({ whole, clauses }: MessageParts, ranker: Ranker): MessageOutcome {
  const single = outcomeOf(whole, ranker);
  if (clauses.length < 2) return single;
  const outcomes = severalFound(clauses.map((clause) => outcomeOf(clause, ranker)));
  if (outcomes.length > 1) return { kind: 'several', outcomes };
  const second = secondSubject(whole, clauses);
  return second ? askedAbout(single, whole, second) : single;
}

/** The found ones among the outcomes, one for each topic, in order. */
function severalFound(outcomes: readonly SearchOutcome[]): readonly FoundOutcome[] {
  const byTopic = new Map(outcomes.filter(isFound).map((outcome) => [outcome.topics[0]?.id, outcome]));
  return [...byTopic.values()].slice(0, MOST_AT_ONCE);
}

function isFound(outcome: SearchOutcome): outcome is FoundOutcome {
  return outcome.kind === 'found' || outcome.kind === 'elsewhere';
}

/** The surest clause with a subject that is not among the first two of the whole reading. */
function secondSubject(whole: Assessment, clauses: readonly Assessment[]): Assessment | undefined {
  const [first, next] = topicsOf(whole);
  return clauses
    .filter((clause) => clause.confidence >= SECOND_SUBJECT)
    .filter((clause) => ![first?.id, next?.id].includes(topicsOf(clause)[0]?.id))
    .sort((a, b) => b.confidence - a.confidence)[0];
}

/** Both subjects first, so that the person is asked about both. */
function askedAbout(single: SearchOutcome, whole: Assessment, second: Assessment): MessageOutcome {
  const [first, ...rest] = topicsOf(whole);
  const [other] = topicsOf(second);
  const topics = [first, other, ...rest].filter((topic) => topic !== undefined).slice(0, single.topics.length);
  const { confidence, explain } = single;
  return { kind: 'unsure', topics, confidence, explain };
}
