/** The knowledge base as labelled examples: each title, way of asking, keyword and first answer, with its subject. */
import { type Field, type SearchArticle, textsOf } from './article';
import { featuresOf, type FeatureNames } from './features';
import type { Reader } from './reading';

export interface Example {
  /** Position of the article; the off-topic sentences are one more subject, after the last article. */
  subject: number;
  field: Field;
  features: FeatureNames;
}

/** Steps and details are left out: they speak of the neighbours too, and training on them loses more than it wins. */
export function examplesOf(articles: readonly SearchArticle[], offTopic: readonly string[], reader: Reader): Example[] {
  const example = (subject: number, field: Field, text: string): Example => ({
    subject,
    field,
    features: featuresOf(reader.readContent(text)),
  });
  const own = articles.flatMap((article, subject) =>
    textsOf(article)
      .filter(([field]) => field !== 'details')
      .map(([field, text]) => example(subject, field, text)),
  );
  return [...own, ...offTopic.map((text) => example(articles.length, 'question', text))];
}
