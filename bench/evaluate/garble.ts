/** Misspells questions by rule: half of their long words get one slip of the finger. The seed decides which and how, so
 *  that the same seed gives the same questions. */
const SHORTEST_GARBLED = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function garble(question: string, seed: number): string {
  const random = randomFrom(seed + lettersSum(question));
  return question.replace(/\p{L}+/gu, (word) =>
    word.length >= SHORTEST_GARBLED && random() < 0.5 ? withSlip(word, random) : word,
  );
}

/** A letter left out, doubled, swapped with the next or replaced; never the first, which people mistype least. */
function withSlip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)];
  const replaced = LETTERS[Math.floor(random() * LETTERS.length)] ?? '';
  const slips = [before + next, before + letter + letter + next, before + next + letter, before + replaced + next];
  return (slips[Math.floor(random() * slips.length)] ?? word) + after;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function lettersSum(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
