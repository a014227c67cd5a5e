/** Whether a message asks several things at once, from the outcomes of its clauses. */
import type { FoundOutcome, SearchOutcome } from './outcome';

/** More answers at once than a person reads. */
const MOST_AT_ONCE = 3;

/** The found ones among the outcomes, one for each topic, in order. One or none: the message asks one thing. */
export function severalFound(outcomes: readonly SearchOutcome[]): readonly FoundOutcome[] {
  const byTopic = new Map(outcomes.filter(isFound).map((outcome) => [outcome.topics[0]?.id, outcome]));
  return [...byTopic.values()].slice(0, MOST_AT_ONCE);
}

function isFound(outcome: SearchOutcome): outcome is FoundOutcome {
  return outcome.kind === 'found' || outcome.kind === 'elsewhere';
}
