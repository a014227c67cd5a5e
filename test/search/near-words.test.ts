import fc from 'fast-check';
import { nearWords } from '../../src/search/near-words';

const letter = fc.constantFrom(...'abcdeilmnorstu');
const word = fc.array(letter, { minLength: 5, maxLength: 14 }).map((letters) => letters.join(''));

/** A letter left out, put in, or another one; two neighbours swapped. The first letter stays: words are looked up by it. */
const slip = fc.record({
  kind: fc.constantFrom('without', 'with', 'other', 'swapped'),
  place: fc.integer({ min: 1, max: 14 }),
  letter,
});

function slipped(text: string, { kind, place, letter: put }: { kind: string; place: number; letter: string }): string {
  const at = Math.min(place, text.length - 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  if (kind === 'without') return before + after.slice(1);
  if (kind === 'with') return before + put + after;
  if (kind === 'other') return before + put + after.slice(1);
  return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
}

test('a word is near whatever one or two slips have made of it', () => {
  fc.assert(
    fc.property(word, fc.array(slip, { minLength: 1, maxLength: 2 }), (known, slips) => {
      const typed = slips.reduce(slipped, known);
      expect(nearWords([known])(typed, slips.length)).toEqual([known]);
    }),
    { numRuns: 1_000 },
  );
});

test('words that have little in common are not', () => {
  const near = nearWords(['arret', 'appel', 'avance', 'adresse', 'attente', 'arrete']);
  expect(near('arrret', 1)).toEqual(['arret', 'arrete']);
  expect(near('adrese', 1)).toEqual(['adresse']);
});
