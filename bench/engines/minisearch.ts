/** MiniSearch over stems, with the fuzziness and prefixes that served best (2026-11-22). */
import MiniSearch from 'minisearch';
import { plainWords } from '../../src/search/fold';
import { stem } from '../../src/search/stem';
import type { EngineBuilder } from './engine';

export const buildMiniSearch: EngineBuilder = async (articles) => {
  const index = new MiniSearch({
    fields: ['title', 'questions', 'keywords', 'text'],
    tokenize: plainWords,
    processTerm: stem,
    searchOptions: { boost: { title: 2 }, fuzzy: 0.1, prefix: true },
  });
  index.addAll(
    articles.map(({ id, title, questions, keywords, text }) => ({
      id,
      title,
      questions: questions.join('\n'),
      keywords: keywords.join('\n'),
      text,
    })),
  );
  return {
    name: 'minisearch',
    rank: (question) => {
      const found = index.search(question);
      return { topics: found.slice(0, 10).map(({ id }) => String(id)), sure: found[0]?.score ?? 0 };
    },
  };
};
