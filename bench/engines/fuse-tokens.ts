/** Fuse.js at its best: token search over stems, one text a way of asking, a strict threshold, no weight for length. */
import Fuse from 'fuse.js';
import { plainWords } from '../../src/search/fold';
import { stem } from '../../src/search/stem';
import { type EngineBuilder, topicsInOrder } from './engine';

const FOUND = 60;

export const buildFuseTokens: EngineBuilder = async (articles) => {
  const stems = (text: string) => plainWords(text).map(stem);
  const texts = articles.flatMap(({ id, title, questions, keywords }) =>
    [title, ...questions, keywords.join(' ')].map((text) => ({ id, text: stems(text).join(' ') })),
  );
  const fuse = new Fuse(texts, {
    keys: ['text'],
    useTokenSearch: true,
    tokenize: /[a-z0-9]+/g,
    threshold: 0.2,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    includeScore: true,
  });
  return {
    name: 'fuse-tokens',
    rank: (question) => {
      const found = fuse.search(stems(question).join(' '), { limit: FOUND });
      return { topics: topicsInOrder(found.map(({ item }) => item.id)), sure: 1 - (found[0]?.score ?? 1) };
    },
  };
};
