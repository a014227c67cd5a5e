/** Makes the first question after the start as fast as the thousandth: the program is compiled where it is hot, and the
 *  spelling has read its parts of the vocabulary. Takes a tenth of a second for a hundred articles. */
import type { SearchArticle } from './article';
import type { Search } from './search';

/** Articles whose ways of asking are put; with hundreds more nothing gets faster. */
const MOST_ARTICLES = 150;
/** Words of this length are put misspelt too. */
const SHORTEST_MISSPELT = 6;

export function warmUp({ searchMessage }: Pick<Search, 'searchMessage'>, articles: readonly SearchArticle[]): void {
  for (const { title, questions } of articles.slice(0, MOST_ARTICLES)) {
    searchMessage(title);
    for (const question of questions.slice(0, 5)) searchMessage(misspelt(question));
  }
}

/** Each long word without its third letter. */
function misspelt(text: string): string {
  return text
    .split(' ')
    .map((word) => (word.length < SHORTEST_MISSPELT ? word : word.slice(0, 2) + word.slice(3)))
    .join(' ');
}
