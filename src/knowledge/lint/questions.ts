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
  return articles.flatMap((article) => [
    ...swapped(article),
    ...article.questions.flatMap((question, index) => {
      const key = wordsOf(question).join(' ');
      const others = first.get(key) ?? [];
      first.set(key, [...others, article]);
      const other = others.find(({ valid }) => overlap(valid, article.valid));
      return other
        ? [problem(article, index, 'same-question', `« ${question} » stands in ${other === article ? 'this article' : other.id} too`)]
        : [];
    }),
  ]);
};

function swapped(article: Article): Problem[] {
  const asked = article.questions.map(wordsOf);
  return asked.flatMap((words, index) => {
    const copied = asked.slice(0, index).findIndex((other) => differInOne(words, other));
    if (copied < 0) return [];
    return [problem(article, index, 'swapped-word', `differs by one word from « ${article.questions[copied] ?? ''} »`)];
  });
}

function differInOne(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.length < SWAPPED_FROM_WORDS) return false;
  return one.filter((word, index) => word !== other[index]).length === 1;
}

function problem({ file, lineOf }: Article, index: number, rule: string, message: string): Problem {
  return { file, line: lineOf(['questions', index]), severity: 'error', rule, message };
}

function wordsOf(question: string): string[] {
  return question.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
