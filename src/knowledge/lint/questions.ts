import type { Article } from '../article';
import type { Problem } from '../problem';
import { overlap } from '../validity';
import type { Rule } from './rule';

/** A copy with one word swapped teaches the search nothing; in shorter questions the one word is the question. */
const SWAPPED_FROM_WORDS = 4;

/** The same way of asking in two articles sends a person to one of them by chance; but an article may take over another's
 *  on the day that one ends. Within an article each way of asking is one of its own. */
export const questions: Rule = ({ articles }) => {
  const first = new Map<string, Article[]>();
  return articles.flatMap((article) => {
    const asked = article.questions.map(wordsOf);
    return [
      ...swapped(article, asked),
      ...article.questions.flatMap((question, index) => {
        const key = asked[index]?.join(' ') ?? '';
        const others = first.get(key) ?? [];
        first.set(key, [...others, article]);
        const other = others.find(({ valid }) => overlap(valid, article.valid));
        return other
          ? [problem(article, index, 'same-question', `« ${question} » stands in ${other === article ? 'this article' : other.id} too`)]
          : [];
      }),
    ];
  });
};

function swapped(article: Article, asked: readonly (readonly string[])[]): Problem[] {
  /** Where a question first left these words around a gap. */
  const seen = new Map<string, number>();
  return asked.flatMap((words, index) => {
    const gapped = words.length < SWAPPED_FROM_WORDS ? [] : words.map((_, gap) => words.with(gap, '_').join(' '));
    const copied = gapped.flatMap((key) => {
      const at = seen.get(key);
      if (at === undefined) seen.set(key, index);
      // The same words altogether are a repetition, which is told as such.
      return at === undefined || asked[at]?.join(' ') === words.join(' ') ? [] : [at];
    });
    if (copied.length === 0) return [];
    const original = article.questions[Math.min(...copied)] ?? '';
    return [problem(article, index, 'swapped-word', `differs by one word from « ${original} »`)];
  });
}

function problem({ file, lineOf }: Article, index: number, rule: string, message: string): Problem {
  return { file, line: lineOf(['questions', index]), severity: 'error', rule, message };
}

function wordsOf(question: string): string[] {
  return question.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
