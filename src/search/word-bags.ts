/** The words of an article in one bag, weighted by the field they stand in. */
import type { Field } from './article';
import type { WordBag } from './postings';
import type { ReadText } from './read-texts';

/** A title sums a subject up; its details mention other subjects too. */
const FIELD_WEIGHTS: Readonly<Record<Field, number>> = { title: 2, question: 1, keyword: 1, text: 0.5, details: 0.3 };

/** One bag a subject, of texts that come subject after subject; each is made when it is asked for. */
export function* wordBagsOf(texts: Iterable<ReadText>): Generator<WordBag> {
  let bag = new Map<number, number>();
  let current = 0;
  for (const { subject, field, reading } of texts) {
    for (; current < subject; current++) {
      yield bag;
      bag = new Map();
    }
    for (const word of reading.wordHashes) bag.set(word, (bag.get(word) ?? 0) + FIELD_WEIGHTS[field]);
  }
  yield bag;
}
