import type { Content } from './load-content';
import { isInForce } from './validity';

/** The content as it may be served on that day (ISO): without the articles that begin later or have ended, and without the
 *  ways that lead to them. An article may so be written, and checked, before its day. */
export function inForceOn(content: Content, day: string): Content {
  const articles = content.articles.filter(({ valid }) => isInForce(valid, day));
  const served = new Set(articles.map(({ id }) => id));
  return {
    ...content,
    articles: articles.map((article) => ({ ...article, related: article.related.filter((id) => served.has(id)) })),
  };
}
