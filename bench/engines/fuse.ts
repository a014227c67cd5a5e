/** Fuse.js as its first page shows it: titles and ways of asking, all options at their defaults. */
import Fuse from 'fuse.js';
import type { EngineBuilder } from './engine';

export const buildFuse: EngineBuilder = async (articles) => {
  const fuse = new Fuse(articles, { keys: ['title', 'questions'], includeScore: true });
  return {
    name: 'fuse',
    rank: (question) => {
      const found = fuse.search(question, { limit: 10 });
      return { topics: found.map(({ item }) => item.id), sure: 1 - (found[0]?.score ?? 1) };
    },
  };
};
