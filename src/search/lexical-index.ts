/** The words of every subject, ranked by BM25F. Beside the trained weights it brings in the words of the whole article; where
 *  there are too many subjects to train it ranks alone, and its cost hardly grows with them. */
import { lengthOf, type Postings, postingsOf, rarityOf, saturated, type WordBag } from './postings';
import type { Scores } from './scores';

/** Words are given by their hashes. */
export interface LexicalIndex {
  /** Whether any subject has the word. */
  isKnown(word: number): boolean;
  /** 0 for a word of every subject, the highest for one that none has. */
  rarity(word: number): number;
  /** Adds 0..`share` to each subject that has some of the words: `share` for one that is full of all of them. */
  addTo(scores: Scores, words: readonly number[], share: number): void;
  scoreOf(subject: number, words: readonly number[]): number;
  /** The same index with other words for one subject; costs as much as that subject, not as the index. */
  withSubject(subject: number, bag: WordBag): LexicalIndex;
}

/** Lists longer than this are not read once two rarer words were: they take the time and decide nothing any more. Below
 *  a thousand subjects all words are read. */
const LONG_LIST = 1_000;
const RARER_WORDS = 2;

export function buildLexicalIndex(bags: Iterable<WordBag>): LexicalIndex {
  return indexOver(postingsOf(bags), new Map());
}

/** `replaced`: subjects whose words changed since the lists were made; they are few, and scored one by one. */
function indexOver(postings: Postings, replaced: ReadonlyMap<number, WordBag>): LexicalIndex {
  const { wordOf, rarities, subjects, weights } = postings;
  const unknown = rarityOf(0, postings.subjectCount);
  const isReplacing = (word: number) => replaced.size > 0 && [...replaced.values()].some((bag) => bag.has(word));
  const isKnown = (word: number) => wordOf(word) >= 0 || isReplacing(word);
  const rarity = (word: number) => rarities[wordOf(word)] ?? unknown;
  const rarityIfKnown = (word: number) => rarities[wordOf(word)] ?? (isReplacing(word) ? unknown : 0);
  const scaleOf = (words: readonly number[]) => 1 / (words.reduce((sum, word) => sum + rarityIfKnown(word), 0) || 1);
  const weightOf = (subject: number, word: number) => {
    const bag = replaced.get(subject);
    if (bag) return saturated(bag.get(word) ?? 0, lengthOf(bag), postings.averageLength);
    const [from, to] = listOf(wordOf(word), postings);
    const at = subjects.subarray(from, to).indexOf(subject);
    return at < 0 ? 0 : (weights[from + at] ?? 0);
  };
  const scoreOf = (subject: number, words: readonly number[]) =>
    words.reduce((sum, word) => sum + rarity(word) * weightOf(subject, word), 0) * scaleOf(words);

  return {
    isKnown,
    rarity,
    scoreOf,
    addTo: (scores, words, share) => {
      const scale = share * scaleOf(words);
      for (const word of worthReading(words, postings)) {
        const [from, to] = listOf(word, postings);
        scores.addEach(subjects, weights, from, to, (rarities[word] ?? 0) * scale);
      }
      for (const subject of replaced.keys()) scores.set(subject, share * scoreOf(subject, words));
    },
    withSubject: (subject, bag) => indexOver(postings, new Map([...replaced, [subject, bag]])),
  };
}

/** Where the list of a word begins and ends; an unknown one has none. */
function listOf(word: number, { starts }: Postings): readonly [from: number, to: number] {
  return [starts[word] ?? 0, starts[word + 1] ?? 0];
}

/** The numbers of the known words that are worth it. */
function worthReading(words: readonly number[], postings: Postings): readonly number[] {
  const known = words.map(postings.wordOf).filter((word) => word >= 0);
  const lengthOfList = (word: number) => {
    const [from, to] = listOf(word, postings);
    return to - from;
  };
  if (known.every((word) => lengthOfList(word) <= LONG_LIST)) return known;
  const rarestFirst = known.sort((a, b) => lengthOfList(a) - lengthOfList(b));
  return rarestFirst.filter((word, at) => at < RARER_WORDS || lengthOfList(word) <= LONG_LIST);
}
