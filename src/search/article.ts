/** What the search reads of an article. */
export interface SearchArticle {
  /** Topic id, e.g. `vitale-perdue`. */
  id: string;
  kind: 'own' | 'elsewhere' | 'bot';
  title: string;
  /** Ways people ask it. */
  questions: readonly string[];
  keywords: readonly string[];
  /** The first answer as plain text, for words that neither title nor questions hold. */
  text: string;
  /** The rest of the article as plain text: steps, what to prepare, what to know. */
  details: string;
}

export type Field = 'title' | 'question' | 'keyword' | 'text' | 'details';

/** Each text of the article with the field it stands in. */
export function textsOf({ title, questions, keywords, text, details }: SearchArticle): readonly [Field, string][] {
  return [
    ['title', title],
    ...questions.map((question): [Field, string] => ['question', question]),
    ...keywords.map((keyword): [Field, string] => ['keyword', keyword]),
    ['text', text],
    ['details', details],
  ];
}
