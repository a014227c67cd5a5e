/** The knowledge base as labelled examples: each title, way of asking, keyword and text, with the subject it belongs to. */
import { featuresOf, type FeatureNames } from './features';
import type { Reader } from './reading';
import type { SearchArticle } from './article';

export type Field = 'title' | 'question' | 'keyword' | 'text';

export interface Example {
  /** Position of the article; the off-topic sentences are one more subject, after the last article. */
  subject: number;
  field: Field;
  features: FeatureNames;
}

export function examplesOf(articles: readonly SearchArticle[], offTopic: readonly string[], reader: Reader): Example[] {
  const example = (subject: number, field: Field, text: string): Example => ({
    subject,
    field,
    features: featuresOf(reader.readContent(text)),
  });
  const own = articles.flatMap((article, subject) => [
    example(subject, 'title', article.title),
    ...article.questions.map((text) => example(subject, 'question', text)),
    ...article.keywords.map((text) => example(subject, 'keyword', text)),
    example(subject, 'text', article.text),
  ]);
  return [...own, ...offTopic.map((text) => example(articles.length, 'question', text))];
}
