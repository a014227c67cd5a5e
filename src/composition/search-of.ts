import type { Content } from '../knowledge/load-content';
import { buildSearch, type Search } from '../search/search';

/** The search over a state of the content. Takes a second: build it once for each state. */
export function searchOf({
  articles,
  vocabulary,
  offTopic,
}: Pick<Content, 'articles' | 'vocabulary' | 'offTopic'>): Search {
  const searchable = articles.map(({ id, kind, title, questions, keywords, sections }) => {
    return { id, kind, title, questions, keywords, text: sections[0]?.markdown ?? '' };
  });
  return buildSearch(searchable, vocabulary.value, offTopic);
}
