/** Of all words the few that so many slips could have made of a misspelt one, by what they have in common: then Fuse's time does
 *  not grow with the vocabulary. */

/** Words of one first sound and one length, with what they have as bits. */
interface Part {
  words: string[];
  letters: number[];
  /** Of each word its pairs of neighbouring letters, in two numbers. */
  pairs: number[];
}

/** Pairs that one slip undoes: two swapped letters stand in three. */
const PAIRS_A_SLIP = 3;

/** Answers those that begin with the same sound, are nearly as long, and lack little of the word: one that is `limit` slips
 *  away is among them. */
export function nearWords(words: readonly string[]): (word: string, limit: number) => string[] {
  const parts = partsOf(words);
  return (word, limit) =>
    lengthsNear(word, limit).flatMap((length) => {
      const part = parts.get(partOf(word, length));
      return part ? possibleIn(part, word, limit) : [];
    });
}

/** A plain loop: of 100,000 articles it looks at thousands of words. */
function possibleIn(part: Part, word: string, limit: number): string[] {
  const letters = lettersOf(word);
  const [pairs, otherPairs] = pairsOf(word);
  const possible: string[] = [];
  for (let at = 0; at < part.words.length; at++) {
    const known = part.letters[at] ?? 0;
    // A slip brings in one letter and takes out one at most.
    if (hasMore(known & ~letters, limit) || hasMore(letters & ~known, limit)) continue;
    const lacking = bitsIn((part.pairs[2 * at] ?? 0) & ~pairs) + bitsIn((part.pairs[2 * at + 1] ?? 0) & ~otherPairs);
    if (lacking <= limit * PAIRS_A_SLIP) possible.push(part.words[at] ?? '');
  }
  return possible;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

/** With the word's ends; several pairs share one of the 64 bits. */
function pairsOf(word: string): [number, number] {
  const pairs: [number, number] = [0, 0];
  let before = 0;
  for (let at = 0; at <= word.length; at++) {
    const letter = at < word.length ? word.charCodeAt(at) : 0;
    const bit = Math.imul((before << 8) | letter, 0x9e3779b1) >>> 26;
    if (bit < 32) pairs[0] |= 1 << bit;
    else pairs[1] |= 1 << (bit - 32);
    before = letter;
  }
  return pairs;
}

/** Than so many bits. */
function hasMore(bits: number, most: number): boolean {
  let left = bits;
  for (let taken = 0; taken < most; taken++) left &= left - 1;
  return left !== 0;
}

function bitsIn(marks: number): number {
  let bits = 0;
  for (let left = marks; left !== 0; left &= left - 1) bits++;
  return bits;
}

function partsOf(words: readonly string[]): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const word of words) {
    const name = partOf(word, word.length);
    const part = parts.get(name) ?? { words: [], letters: [], pairs: [] };
    part.words.push(word);
    part.letters.push(lettersOf(word));
    part.pairs.push(...pairsOf(word));
    parts.set(name, part);
  }
  return parts;
}

function partOf(word: string, length: number): string {
  return `${firstSound(word)}${length}`;
}

/** Each slip makes a word one letter longer or shorter at most. */
function lengthsNear({ length }: string, limit: number): readonly number[] {
  return Array.from({ length: 2 * limit + 1 }, (_, at) => length - limit + at);
}

/** « opital », « hopital »; « kart », « carte »; « fone », « phone ». */
function firstSound(word: string): string {
  const first = word.startsWith('ph') ? 'f' : word.replace(/^h/, '').charAt(0);
  return /[kq]/.test(first) ? 'c' : first;
}
