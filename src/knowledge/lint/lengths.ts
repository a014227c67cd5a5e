import type { Article } from '../article';
import { section } from '../article';
import type { Problem } from '../problem';
import { renderingVocabulary, renderMarkdown, splitSentences, type Vocabulary } from '../render';
import type { Rule } from './rule';

/** A first answer of 60 words is read in twenty seconds, also on a small screen or aloud. */
const SHORT_ANSWER_WORDS = 60;
/** Plain-language guides put the limit between 15 and 20 words. */
const SENTENCE_WORDS = 20;

export const lengths: Rule = (content) => {
  const vocabulary = renderingVocabulary(content);
  return content.articles.flatMap((article) => [...shortAnswer(article, vocabulary), ...sentences(article, vocabulary)]);
};

function shortAnswer(article: Article, vocabulary: Vocabulary): Problem[] {
  const short = section(article, 'En bref');
  if (!short) return [];
  const words = countWords(plainText(short.markdown, article, vocabulary));
  if (words <= SHORT_ANSWER_WORDS) return [];
  const message = `"## En bref" has ${words} words, at most ${SHORT_ANSWER_WORDS}`;
  return [{ file: article.file, line: short.line, severity: 'error', rule: 'short-answer', message }];
}

function sentences(article: Article, vocabulary: Vocabulary): Problem[] {
  return article.sections.flatMap(({ markdown, line }) =>
    markdown.split('\n').flatMap((text, index) =>
      splitSentences(plainText(text, article, vocabulary))
        .map(countWords)
        .filter((words) => words > SENTENCE_WORDS)
        .map((words) => ({
          file: article.file,
          line: line + index,
          severity: 'warning' as const,
          rule: 'sentence-length',
          message: `a sentence of ${words} words; ${SENTENCE_WORDS} read well`,
        })),
    ),
  );
}

/** As it is read: placeholders said, links by their words. A reference that is unknown has its own rule. */
function plainText(markdown: string, article: Article, vocabulary: Vocabulary): string {
  try {
    return renderMarkdown(markdown, vocabulary, article.reviewed).replace(/\]\([^)]*\)|[*[\]]/g, '');
  } catch {
    return markdown;
  }
}

/** Words as a reader counts them: a no-break space does not part « 36 46 » or « 30 € », a lone « or ? is no word. */
function countWords(text: string): number {
  return text.split(/[ \n]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
