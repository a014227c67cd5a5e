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
}
