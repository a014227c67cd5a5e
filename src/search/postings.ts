/** The inverted index: for each word the subjects that have it. In a few blocks of memory, because what takes the time of a
 *  question is to fetch what it looks up at random. */
import { positionsOf } from './hash-table';

/** The words of a subject by their hashes, each with its occurrences, weighted by the field they stand in. */
export type WordBag = ReadonlyMap<number, number>;

export interface Postings {
  /** How many subjects there are. */
  subjectCount: number;
  averageLength: number;
  /** The number of a word, -1 for one that no subject has. */
  wordOf: (hash: number) => number;
  /** By word: 0 for one of every subject, the highest for one that none has. */
  rarities: Float64Array;
  /** The list of word w stands from `starts[w]` to before `starts[w + 1]`. */
  starts: Uint32Array;
  subjects: Uint32Array;
  /** Beside each subject BM25F's share of the occurrences, 0..1: more of them bring less and less. */
  weights: Float32Array;
}

/** How soon repetition stops counting, and how much longer subjects pay for their length. With 2 to 8 and 0.4 to 0.7 all
 *  are within a point (1,355 held-back ways of asking, 2026-11-22). */
const SATURATION = 4;
const LENGTH_SHARE = 0.7;

/** One pass over the bags, which need not be in memory together. */
export function postingsOf(bags: Iterable<WordBag>): Postings {
  const lengths: number[] = [];
  const lists = new Map<number, { subjects: number[]; occurrences: number[] }>();
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
  const starts = startsOf([...lists.values()].map(({ subjects }) => subjects.length));
  const subjects = new Uint32Array(starts.at(-1) ?? 0);
  const weights = new Float32Array(subjects.length);
  let at = 0;
  for (const list of lists.values()) {
    list.subjects.forEach((subject, nth) => {
      subjects[at] = subject;
      weights[at] = saturated(list.occurrences[nth] ?? 0, lengths[subject] ?? 0, averageLength);
      at++;
    });
  }
  return {
    subjectCount: lengths.length,
    averageLength,
    wordOf: positionsOf([...lists.keys()]),
    rarities: Float64Array.from(lists.values(), (list) => rarityOf(list.subjects.length, lengths.length)),
    starts,
    subjects,
    weights,
  };
}

function startsOf(lengths: readonly number[]): Uint32Array {
  const starts = new Uint32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = (starts[at] ?? 0) + length));
  return starts;
}

export function rarityOf(having: number, subjects: number): number {
  return Math.log(1 + (subjects - having + 0.5) / (having + 0.5));
}

export function saturated(occurrences: number, length: number, averageLength: number): number {
  const allowed = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / averageLength;
  return occurrences / (occurrences + SATURATION * allowed);
}

export function lengthOf(bag: WordBag): number {
  let length = 0;
  for (const occurrences of bag.values()) length += occurrences;
  return length;
}
