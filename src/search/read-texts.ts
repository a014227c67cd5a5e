/** The knowledge base as texts that were read: each title, way of asking, keyword and answer, with its subject. */
import { type Field, type SearchArticle, textsOf } from './article';
import type { Reader, Reading } from './reading';

export interface ReadText {
  /** Position of the article; the off-topic sentences are one more subject, after the last article. */
  subject: number;
  field: Field;
  reading: Reading;
}

/** Subject after subject, each text read when it is asked for: of 100,000 articles they need not be in memory together. */
export function* readTexts(
  articles: Iterable<SearchArticle>,
  offTopic: readonly string[],
  reader: Reader,
): Generator<ReadText> {
  let subject = 0;
  for (const article of articles) {
    for (const [field, text] of textsOf(article)) yield { subject, field, reading: reader.readContent(text) };
    subject++;
  }
  for (const text of offTopic) yield { subject, field: 'question', reading: reader.readContent(text) };
}
