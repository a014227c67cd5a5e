/** Our own search, asked as a conversation asks it: with whole messages. */
import type { Search } from '../../src/search/search';
import type { Engine } from './engine';

export function guichet(search: Search): Engine {
  return {
    name: 'guichet',
    rank: (question) => {
      const { topics, confidence } = search.searchMessage(question);
      return { topics: topics.map(({ id }) => id), sure: confidence };
    },
  };
}
