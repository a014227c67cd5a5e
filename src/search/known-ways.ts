/** The ways of asking of the knowledge base by the words that are left of them once read. */
import { hashOfWords } from './feature-hash';
import type { ReadText } from './read-texts';

/** The subject that is asked in just these words, given by their hashes; undefined where none is, or where others are nearly
 *  as often. */
export type KnownWays = (words: readonly number[]) => number | undefined;

/** « Qui peut ouvrir un compte » leaves the same words as « ouvrir un compte », which its own subject says twice as often. */
const CLEARLY_MORE = 2;

export function knownWays(texts: readonly ReadText[]): KnownWays {
  const uses = new Map<number, Map<number, number>>();
  for (const { subject, field, reading } of texts) {
    if (field !== 'title' && field !== 'question') continue;
    const words = keyOf(reading.wordHashes);
    const bySubject = uses.get(words) ?? new Map<number, number>();
    uses.set(words, bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1));
  }
  const clear = new Map([...uses].map(([words, bySubject]) => [words, clearSubject(bySubject)]));
  return (words) => clear.get(keyOf(words));
}

function clearSubject(bySubject: ReadonlyMap<number, number>): number | undefined {
  const [first, second] = [...bySubject].sort(([, one], [, other]) => other - one);
  return first && (!second || first[1] >= CLEARLY_MORE * second[1]) ? first[0] : undefined;
}

/** « Où en est, où en est ma demande » asks what is asked once. */
function keyOf(words: readonly number[]): number {
  return hashOfWords([...new Set(words)]);
}
