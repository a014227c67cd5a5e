/** The words of every subject as an inverted index, ranked by BM25F. Beside the trained weights it brings in the words of
 *  the whole article; where there are too many subjects to train it ranks alone, and its cost hardly grows with them. */
import type { Scores } from './scores';

/** The words of a subject, each with its occurrences, weighted by the field they stand in. */
export type WordBag = ReadonlyMap<string, number>;

export interface LexicalIndex {
  /** Whether any subject has the word. */
  isKnown(word: string): boolean;
  /** 0 for a word of every subject, the highest for one that none has. */
  rarity(word: string): number;
  /** Adds 0..`share` to each subject that has some of the words: `share` for one that is full of all of them. */
  addTo(scores: Scores, words: readonly string[], share: number): void;
  scoreOf(subject: number, words: readonly string[]): number;
  /** The same index with other words for one subject; costs as much as that subject, not as the index. */
  withSubject(subject: number, bag: WordBag): LexicalIndex;
}

interface Posting {
  rarity: number;
  subjects: Uint32Array;
  /** BM25F's share of the occurrences, 0..1: more of them bring less and less. */
  weights: Float32Array;
}

interface Statistics {
  subjects: number;
  averageLength: number;
  postings: ReadonlyMap<string, Posting>;
}

/** How soon repetition stops counting, and how much longer subjects pay for their length. With 2 to 8 and 0.4 to 0.7 all
 *  are within a point (1,355 held-back ways of asking, 2026-11-22). */
const SATURATION = 4;
const LENGTH_SHARE = 0.7;

/** Lists longer than this are not read once two rarer words were: they take the time and decide nothing any more. Below
 *  a thousand subjects all words are read. */
const LONG_LIST = 1_000;
const RARER_WORDS = 2;

export function buildLexicalIndex(bags: Iterable<WordBag>): LexicalIndex {
  return indexOver(count(bags), new Map());
}

/** `replaced`: subjects whose words changed since the lists were made; they are few, and scored one by one. */
function indexOver(statistics: Statistics, replaced: ReadonlyMap<number, WordBag>): LexicalIndex {
  const { subjects, postings } = statistics;
  const unknown = rarityOf(0, subjects);
  const isReplacing = (word: string) => replaced.size > 0 && [...replaced.values()].some((bag) => bag.has(word));
  const isKnown = (word: string) => postings.has(word) || isReplacing(word);
  const rarity = (word: string) => postings.get(word)?.rarity ?? unknown;
  const rarityIfKnown = (word: string) => postings.get(word)?.rarity ?? (isReplacing(word) ? unknown : 0);
  const scaleOf = (words: readonly string[]) => 1 / (words.reduce((sum, word) => sum + rarityIfKnown(word), 0) || 1);
  const weightOf = (subject: number, word: string) => {
    const bag = replaced.get(subject);
    if (bag) return saturated(bag.get(word) ?? 0, lengthOf(bag), statistics.averageLength);
    const { subjects: having, weights } = postings.get(word) ?? NOWHERE;
    return weights[having.indexOf(subject)] ?? 0;
  };
  const scoreOf = (subject: number, words: readonly string[]) =>
    words.reduce((sum, word) => sum + rarity(word) * weightOf(subject, word), 0) * scaleOf(words);

  return {
    isKnown,
    rarity,
    scoreOf,
    addTo: (scores, words, share) => {
      const scale = share * scaleOf(words);
      for (const posting of worthReading(words, postings)) {
        scores.addEach(posting.subjects, posting.weights, posting.rarity * scale);
      }
      for (const subject of replaced.keys()) scores.set(subject, share * scoreOf(subject, words));
    },
    withSubject: (subject, bag) => indexOver(statistics, new Map([...replaced, [subject, bag]])),
  };
}

const NOWHERE: Posting = { rarity: 0, subjects: new Uint32Array(), weights: new Float32Array() };

function worthReading(words: readonly string[], postings: Statistics['postings']): readonly Posting[] {
  const lists = words.flatMap((word) => postings.get(word) ?? []);
  if (lists.every(({ subjects }) => subjects.length <= LONG_LIST)) return lists;
  const rarestFirst = lists.sort((a, b) => a.subjects.length - b.subjects.length);
  return rarestFirst.filter(({ subjects }, at) => at < RARER_WORDS || subjects.length <= LONG_LIST);
}

function rarityOf(having: number, subjects: number): number {
  return Math.log(1 + (subjects - having + 0.5) / (having + 0.5));
}

function saturated(occurrences: number, length: number, averageLength: number): number {
  const allowed = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / averageLength;
  return occurrences / (occurrences + SATURATION * allowed);
}

function lengthOf(bag: WordBag): number {
  let length = 0;
  for (const occurrences of bag.values()) length += occurrences;
  return length;
}

/** One pass over the bags, which need not be in memory together. */
function count(bags: Iterable<WordBag>): Statistics {
  const lengths: number[] = [];
  const lists = new Map<string, { subjects: number[]; occurrences: number[] }>();
  for (const bag of bags) {
    for (const [word, occurrences] of bag) {
      const list = lists.get(word) ?? { subjects: [], occurrences: [] };
      list.subjects.push(lengths.length);
      list.occurrences.push(occurrences);
      lists.set(word, list);
    }
    lengths.push(lengthOf(bag));
  }
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  const postings = new Map<string, Posting>();
  for (const [word, { subjects, occurrences }] of lists) {
    const weight = (times: number, at: number) => saturated(times, lengths[subjects[at] ?? 0] ?? 0, averageLength);
    postings.set(word, {
      rarity: rarityOf(subjects.length, lengths.length),
      subjects: Uint32Array.from(subjects),
      weights: Float32Array.from(occurrences, weight),
    });
    lists.delete(word);
  }
  return { subjects: lengths.length, averageLength, postings };
}
