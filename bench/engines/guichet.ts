/** Our own search, asked as a conversation asks it: with whole messages. */
import type { MessageOutcome } from '../../src/search/outcome';
import type { Search } from '../../src/search/search';
import type { Engine } from './engine';

export function guichet(search: Search): Engine {
  return {
    name: 'guichet',
    rank: (question) => {
      const outcome = search.searchMessage(question);
      return { topics: topicsOf(outcome), sure: first(outcome).confidence };
    },
  };
}

/** What the message is about, best first: where it is parted, its subjects before the neighbours of the first. */
export function topicsOf(outcome: MessageOutcome): readonly string[] {
  const outcomes = outcome.kind === 'several' ? outcome.outcomes : [outcome];
  const heads = outcomes.flatMap(({ topics }) => topics.slice(0, 1));
  return [...new Set([...heads, ...(outcomes[0]?.topics ?? [])].map(({ id }) => id))];
}

function first(outcome: MessageOutcome) {
  const single = outcome.kind === 'several' ? outcome.outcomes[0] : outcome;
  if (!single) throw new Error('several outcomes, and none of them');
  return single;
}
