/** What the evaluation and the bench ask of every search engine, ours and the ones one would pick. */
import type { SearchArticle } from '../../src/search/article';

export interface Engine {
  name: EngineName;
  /** Topic ids, best first, with the engine's own score for the first; higher is surer. */
  rank(question: string): Ranked | Promise<Ranked>;
}

export type EngineName = 'guichet' | 'fuse' | 'fuse-tokens' | 'minisearch' | 'nlpjs';

export interface Ranked {
  topics: readonly string[];
  sure: number;
}

/** Built from the same articles: titles, ways of asking, keywords and answers. */
export type EngineBuilder = (articles: readonly SearchArticle[]) => Promise<Engine>;

/** The first place of each topic, in order: engines that know ways of asking find a topic several times. */
export function topicsInOrder(found: readonly string[]): string[] {
  return [...new Set(found)];
}
