import { readingEase } from '../../src/knowledge/reading-ease';
import { countSyllables } from '../../src/knowledge/syllables';
import { changed, check, lineOf, ORDER } from './small-content';

/** Counted by ear, by hand. */
test.each([
  ['la', 1],
  ['carte', 1],
  ['soins', 1],
  ['eau', 1],
  ['droit', 1],
  ['feuille', 1],
  ['paient', 1],
  ['moment', 2],
  ['médecin', 3],
  ['maladie', 3],
  ['créer', 2],
  ['payer', 2],
  ['guichet', 2],
  ['qualité', 3],
  ['travaillent', 2],
  ['remboursement', 4],
  ['téléchargez', 4],
  ['justificatif', 5],
  ['36', 2],
  ['CPAM', 1],
])('« %s » has %i syllables', (word, syllables) => {
  expect(countSyllables(word)).toBe(syllables);
});

/** 207 - 1.015 × words a sentence - 73.6 × syllables a word, by hand. */
test('the score is that of Kandel and Moles', () => {
  expect(readingEase(['La carte est là.'])).toBeCloseTo(207 - 1.015 * 4 - 73.6 * (4 / 4), 5);
  expect(readingEase(['Payer le médecin.', 'Il part.'])).toBeCloseTo(207 - 1.015 * (5 / 2) - 73.6 * (8 / 5), 5);
});

test('no words have no score', () => {
  expect(readingEase([])).toBeUndefined();
  expect(readingEase(['…'])).toBeUndefined();
});

test('an article that reads with difficulty is a warning, with its score', () => {
  const hard = "L'authentification conditionne l'accessibilité administrative des informations.";
  const files = changed(ORDER, 'Commandez votre carte dans votre compte.', hard);
  const line = lineOf(files, ORDER, '## En bref') + 1;
  const message = expect.stringMatching(/^reads with difficulty: -?\d+ of 100/) as string;
  expect(check(files)).toEqual([{ file: ORDER, line, severity: 'warning', rule: 'reading-ease', message }]);
});
