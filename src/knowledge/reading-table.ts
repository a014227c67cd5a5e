import { section } from './article';
import type { Content } from './load-content';
import { plainText, wordsIn } from './plain-text';
import { readingEaseOf } from './reading-ease';
import { renderingVocabulary } from './render';

/** How each article reads, the hardest first: its score of Kandel and Moles (100 is easy), the words of its first answer. */
export function readingTable(content: Content): string[] {
  const vocabulary = renderingVocabulary(content);
  const rows = content.articles
    .map((article) => {
      const short = section(article, 'En bref')?.markdown ?? '';
      const words = wordsIn(plainText(short, article.reviewed, vocabulary)).length;
      return { id: article.id, score: readingEaseOf(article, vocabulary), words };
    })
    .sort((a, b) => a.score - b.score);
  const median = rows[Math.floor(rows.length / 2)]?.score ?? 0;
  return [
    'score  words of « En bref »  article',
    ...rows.map(({ id, score, words }) => `${score.toFixed(0).padStart(5)}  ${String(words).padStart(20)}  ${id}`),
    `${rows.length} articles, median ${median.toFixed(0)}`,
  ];
}
