import type { Article } from '../article';
import type { Problem } from '../problem';
import { overlap } from '../validity';
import type { Rule } from './rule';

/** A copy with one word swapped teaches the search nothing; in shorter questions the one word is the question. */
const SWAPPED_FROM_WORDS = 4;

const MULTIPLIER = 31;
const MODULUS = 1_000_003;
const MOST_PLACES = 1_024;

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
  const numberOf = numbering();
  /** The first question that leaves these words around a gap. */
  const seen = new Map<number, number>();
  return asked.flatMap((words, index) => {
    const copied = words.length < SWAPPED_FROM_WORDS ? [] : gapsOf(words.map(numberOf)).flatMap((key) => {
      const at = seen.get(key);
      if (at === undefined) seen.set(key, index);
      return at !== undefined && differInOne(asked[at] ?? [], words) ? [at] : [];
    });
    if (copied.length === 0) return [];
    const original = article.questions[Math.min(...copied)] ?? '';
    return [problem(article, index, 'swapped-word', `differs by one word from « ${original} »`)];
  });
}

/** A number for each different word. */
function numbering(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const known = numbers.get(word);
    if (known === undefined) numbers.set(word, numbers.size + 1);
    return known ?? numbers.size;
  };
}

/** For each word a number for what stands around it. Different words may have the same one: whoever finds it looks again. */
function gapsOf(numbers: readonly number[]): readonly number[] {
  const weighed = numbers.map((number, place) => Math.imul(number, MULTIPLIER ** (place + 1) % MODULUS));
  const all = weighed.reduce((sum, one) => sum + one, 0);
  return weighed.map((one, gap) => (all - one) * MOST_PLACES + gap);
}

function differInOne(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.filter((word, index) => word !== other[index]).length === 1;
}

function problem({ file, lineOf }: Article, index: number, rule: string, message: string): Problem {
  return { file, line: lineOf(['questions', index]), severity: 'error', rule, message };
}

function wordsOf(question: string): string[] {
  return question.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
}
