import { type Article, SECTION_NAMES, section } from './article';
import { plainText, wordsIn } from './plain-text';
import { splitSentences, type Vocabulary } from './render';
import { countSyllables } from './syllables';

/** How easily a text reads, 0 (hard) to 100 (easy) and beyond: Flesch's score with the weights that Kandel and Moles gave
 *  it for French (« Application de l'indice de Flesch à la langue française », Cahiers d'études de radio-télévision, 1958):
 *  207 - 1.015 × words a sentence - 73.6 × syllables a word. Undefined: no words. */
export function readingEase(sentences: readonly string[]): number | undefined {
  const words = sentences.flatMap(wordsIn);
  const spoken = sentences.filter((sentence) => wordsIn(sentence).length > 0);
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + countSyllables(word), 0);
  return 207 - 1.015 * (words.length / spoken.length) - 73.6 * (syllables / words.length);
}

/** The whole article as it is read on the day of its review; each list item is a sentence of its own. */
export function readingEaseOf(article: Article, vocabulary: Vocabulary): number {
  const lines = SECTION_NAMES.flatMap((name) => section(article, name)?.markdown.split('\n') ?? []);
  return readingEase(lines.flatMap((line) => splitSentences(plainText(line, article.reviewed, vocabulary)))) ?? 0;
}
