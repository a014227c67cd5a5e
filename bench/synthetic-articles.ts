/** Made-up articles for measuring growth: words from a vocabulary that grows with the root of their number, as real ones
 *  do, and questions about them that no one asked before. The same seed gives the same articles. */
import type { SearchArticle } from '../src/search/article';
import { seededRandom } from './seeded-random';

const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve zo cla bri dran flo gri plu tra'.split(' ');
/** About the vocabulary of a hundred real articles. */
const WORDS_AT_HUNDRED = 1_500;
/** Words that only a few articles share, and that a question about one of them holds. */
const OWN_WORDS = 4;

export interface Synthetic {
  articles: readonly SearchArticle[];
  questions: readonly { q: string; id: string }[];
}

export function synthetic(count: number, questions: number, seed = 1): Synthetic {
  const random = seededRandom(seed);
  const vocabulary = madeWords(Math.round(WORDS_AT_HUNDRED * Math.sqrt(count / 100)), random);
  // Zipf's law, roughly: the first words are everywhere, most are rare.
  const word = () => vocabulary[Math.floor(vocabulary.length * random() ** 3)] ?? '';
  const rare = () => vocabulary[Math.floor(vocabulary.length * random())] ?? '';
  const articles = Array.from({ length: count }, (_, at) => article(at, word, rare));
  return { articles, questions: Array.from({ length: questions }, () => question(pick(articles, random), random)) };
}

function article(at: number, word: () => string, rare: () => string): SearchArticle {
  const own = Array.from({ length: OWN_WORDS }, rare);
  const some = (count: number) => Array.from({ length: count }, word);
  const ask = () => [...some(2), own[0], ...some(1), own[1], own[2 + (at % 2)]].join(' ');
  return {
    id: `sujet-${at}`,
    kind: 'own',
    title: [...own, ...some(1)].join(' '),
    questions: Array.from({ length: 6 }, ask),
    keywords: own,
    text: some(20).join(' '),
    details: '',
  };
}

/** A way of asking that lacks a word and has a slip of the finger in another. */
function question({ id, questions }: SearchArticle, random: () => number): { q: string; id: string } {
  const words = pick(questions, random).split(' ');
  words.splice(Math.floor(random() * words.length), 1);
  const at = Math.floor(random() * words.length);
  const slip = 1 + Math.floor(random() * 3);
  words[at] = (words[at] ?? '').slice(0, slip) + (words[at] ?? '').slice(slip + 1);
  return { q: words.join(' '), id };
}

function madeWords(count: number, random: () => number): readonly string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random));
    made.add(syllables.join(''));
  }
  return [...made];
}

function pick<T>(from: readonly T[], random: () => number): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
