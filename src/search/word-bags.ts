/** The words of an article in one bag, weighted by the field they stand in. */
import { type Field, type SearchArticle, textsOf } from './article';
import type { WordBag } from './lexical-index';
import type { Reader } from './reading';

/** A title sums a subject up; its details mention other subjects too. */
const FIELD_WEIGHTS: Readonly<Record<Field, number>> = { title: 2, question: 1, keyword: 1, text: 0.5, details: 0.3 };

export function wordBagOf(article: SearchArticle, reader: Reader): WordBag {
  const bag = new Map<string, number>();
  for (const [field, text] of textsOf(article)) addWords(bag, reader.readContent(text).words, FIELD_WEIGHTS[field]);
  return bag;
}

/** One bag an article and, last, that of the off-topic sentences; each is made when it is asked for. */
export function* wordBagsOf(
  articles: Iterable<SearchArticle>,
  offTopic: readonly string[],
  reader: Reader,
): Generator<WordBag> {
  for (const article of articles) yield wordBagOf(article, reader);
  const bag = new Map<string, number>();
  for (const sentence of offTopic) addWords(bag, reader.readContent(sentence).words, FIELD_WEIGHTS.question);
  yield bag;
}

function addWords(bag: Map<string, number>, words: readonly string[], weight: number): void {
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + weight);
}
