/** Misspells questions by rule: half of their long words get one slip of the finger. The seed decides which and how, so
 *  that the same seed gives the same questions. */
import { seededRandom } from '../seeded-random';

const SHORTEST_GARBLED = 5;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export function garble(question: string, seed: number): string {
  const random = seededRandom(seed + lettersSum(question));
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

function lettersSum(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return sum;
}
