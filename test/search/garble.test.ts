import fc from 'fast-check';
import { garble } from '../../bench/evaluate/garble';
import { auroc, estimate, ratioEstimate } from '../../bench/evaluate/statistics';

describe('garbled questions', () => {
  test('are the same for the same seed, and others for another', () => {
    const question = 'remboursement de ma consultation chez le spécialiste';
    expect(garble(question, 1)).toBe(garble(question, 1));
    expect(new Set([1, 2, 3, 4].map((seed) => garble(question, seed))).size).toBeGreaterThan(1);
  });

  test('keep short words, and the first letter of each', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 8 }), fc.nat(), (words, seed) => {
        const garbled = garble(words.join(' '), seed).split(' ');
        words.forEach((word, at) => {
          if (word.length < 5) expect(garbled[at]).toBe(word);
          else expect(garbled[at]?.[0]).toBe(word[0]);
        });
      }),
    );
  });
});

test('an interval holds its value, and is a point where all values are the same', () => {
  const { value, low, high } = estimate([1, 0, 1, 1, 0, 1, 1, 1]);
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(estimate([1, 1, 1])).toEqual({ value: 1, low: 1, high: 1 });
});

test('a ratio is of the same questions: twice as often right is 2, whatever is drawn', () => {
  expect(ratioEstimate([1, 1, 0, 0], [1, 0, 0, 0]).value).toBe(2);
});

test.each([
  [[0.9, 0.8], [0.1], 1],
  [[0.5], [0.5], 0.5],
  [[0.1], [0.9, 0.2], 0],
])('AUROC of %j over %j is %d', (ins, outs, expected) => {
  expect(auroc(ins, outs)).toBe(expected);
});
