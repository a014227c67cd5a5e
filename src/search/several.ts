/** Whether a message asks several things at once, from what its clauses say. */
import { type Assessment, outcomeOf, topicsOf } from './assess';
import { THRESHOLDS } from './decide';
import type { MessageParts } from './message';
import type { FoundOutcome, MessageOutcome, SearchOutcome } from './outcome';
import type { Ranker } from './ranker';

/** Each subject must be among the first of the whole message too: the asides of a story are clear, but not asked. With
 *  two of them 31 of 83 messages of two subjects are parted, with five 37, but twice as many of one subject (2026-11-22). */
const FIRST_OF_WHOLE = 2;
/** A clause as sure as that of another subject is asked about beside the first. */
const SECOND_SUBJECT = 0.92;

/** An answer to one of two questions is no answer: just too unsure for one. */
const ASKED_ABOUT_BOTH = THRESHOLDS.found - 0.01;

export function outcomeOfMessage({ whole, clauses }: MessageParts, ranker: Ranker): MessageOutcome {
  const single = outcomeOf(whole, ranker);
  if (clauses.length < 2) return single;
  const found = clauses.map((clause) => outcomeOf(clause, ranker)).filter(isFound);
  const wanted = single.topics.slice(0, FIRST_OF_WHOLE).map(({ id }) => id);
  const outcomes = wanted.flatMap((id) => found.find(({ topics }) => topics[0]?.id === id) ?? []);
  if (outcomes.length > 1) {
    const confidence = Math.min(...outcomes.map((outcome) => outcome.confidence));
    const inOrder = outcomes.sort((a, b) => found.indexOf(a) - found.indexOf(b));
    return { kind: 'several', outcomes: inOrder, topics: single.topics, confidence };
  }
  const second = secondSubject(whole, clauses);
  return second ? askedAbout(single, whole, second) : single;
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
  const confidence = Math.min(single.confidence, ASKED_ABOUT_BOTH);
  return { kind: 'unsure', topics, confidence, explain: single.explain };
}
