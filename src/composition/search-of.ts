import type { Article } from '../knowledge/article';
import type { Content } from '../knowledge/load-content';
import type { SearchArticle } from '../search/article';
import type { WeightMemory } from '../search/learnt-weights';
import { buildSearch, type Search } from '../search/search';

/** `{{fact:id}}` and its like, and the addresses behind links: no words of the article. */
const PLACEHOLDER = /\{\{[^}]*\}\}|\]\([^)]*\)/g;

/** The search over a state of the content. Takes seconds: build it once for each state. */
export function searchOf(
  { articles, vocabulary, offTopic }: Pick<Content, 'articles' | 'vocabulary' | 'offTopic'>,
  memory?: WeightMemory,
): Search {
  return buildSearch(articles.map(searchable), vocabulary.value, offTopic, memory);
}

/** What the search reads of an article. */
export function searchable({ id, kind, title, questions, keywords, sections }: Article): SearchArticle {
  const [text = '', ...details] = sections.map(({ markdown }) => markdown.replace(PLACEHOLDER, ' '));
  return { id, kind, title, questions, keywords, text, details: details.join('\n') };
}
