import type { Article } from '../article';
import { section } from '../article';
import { plainText, wordsIn } from '../plain-text';
import type { Problem } from '../problem';
import { readingEaseOf } from '../reading-ease';
import { renderingVocabulary, splitSentences, type Vocabulary } from '../render';
import type { Rule } from './rule';

/** A first answer of 60 words is read in twenty seconds, also on a small screen or aloud. */
const SHORT_ANSWER_WORDS = 60;
/** Plain-language guides put the limit between 15 and 20 words. */
const SENTENCE_WORDS = 20;
/** On Flesch's scale « plain » ends at 60: below it a text is read with ease after the baccalauréat only. */
const HARD_BELOW = 60;

export const lengths: Rule = (content) => {
  const vocabulary = renderingVocabulary(content);
  return content.articles.flatMap((article) => [
    ...shortAnswer(article, vocabulary),
    ...sentences(article, vocabulary),
    ...ease(article, vocabulary),
  ]);
};

function shortAnswer({ file, reviewed, sections }: Article, vocabulary: Vocabulary): Problem[] {
  const short = section({ sections }, 'En bref');
  if (!short) return [];
  const words = wordsIn(plainText(short.markdown, reviewed, vocabulary)).length;
  if (words <= SHORT_ANSWER_WORDS) return [];
  const message = `"## En bref" has ${words} words, at most ${SHORT_ANSWER_WORDS}`;
  return [{ file, line: short.line, severity: 'error', rule: 'short-answer', message }];
}

function sentences({ file, reviewed, sections }: Article, vocabulary: Vocabulary): Problem[] {
  return sections.flatMap(({ markdown, line }) =>
    markdown.split('\n').flatMap((text, index) =>
      splitSentences(plainText(text, reviewed, vocabulary))
        .map((sentence) => wordsIn(sentence).length)
        .filter((words) => words > SENTENCE_WORDS)
        .map((words): Problem => {
          const message = `a sentence of ${words} words; ${SENTENCE_WORDS} read well`;
          return { file, line: line + index, severity: 'warning', rule: 'sentence-length', message };
        }),
    ),
  );
}

function ease(article: Article, vocabulary: Vocabulary): Problem[] {
  const score = Math.round(readingEaseOf(article, vocabulary));
  if (score >= HARD_BELOW) return [];
  const message = `reads with difficulty: ${score} of 100 (Kandel and Moles), ${HARD_BELOW} at least; shorter sentences, shorter words`;
  return [{ file: article.file, line: article.sections[0]?.line ?? 1, severity: 'warning', rule: 'reading-ease', message }];
}
