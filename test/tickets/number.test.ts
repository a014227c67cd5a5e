import fc from 'fast-check';
import { makeNumber, readNumber } from '../../src/tickets/number';

const LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ';

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
const number = fc.tuple(fc.integer({ min: 2000, max: 2099 }), digits(8)).map(([year, random]) => {
  return makeNumber(`${year}-06-01`, { digits: () => random });
});

/** The number with another character at this place. */
const withCharacter = (text: string, place: number, character: string) =>
  text.slice(0, place) + character + text.slice(place + 1);
const places = (text: string, kind: RegExp) =>
  [...text].flatMap((character, place) => (kind.test(character) ? [place] : []));

test('shows the year, eight digits and the letter of their remainder by 23', () => {
  const asked: number[] = [];
  const ids = { digits: (count: number) => (asked.push(count), '48271593') };
  expect(makeNumber('2026-11-22', ids)).toBe('26-4827-1593-E');
  expect(asked).toEqual([8]);
  expect(LETTERS[2648271593 % 23]).toBe('E');
});

test('keeps the zeros of the year and of the digits', () => {
  expect(makeNumber('2100-01-01', { digits: () => '00000000' })).toBe('00-0000-0000-A');
  expect(makeNumber('2105-01-01', { digits: () => '00000022' })).toMatch(/^05-0000-0022-[A-Z]$/);
});

test.each([
  ['26-4827-1593-E', ''],
  ['26-4827-1593-e', ''],
  ['2648271593E', ''],
  ['26 4827 1593 E', ''],
  ['26 48 27 15 93 e', ''],
  ['26.4827.1593.E', ''],
  ['26–4827—1593‑E', ''],
  ['26 - 4827 - 1593 - E', ''],
  ['26\u00a04827\u00a01593\u00a0E', ''],
  ['  26-4827-1593-E\n', ''],
  ["c'est le 26-4827-1593-E.", "c'est le  ."],
  ['26-4827-1593-E, code QT7-M4K', ', code QT7-M4K'],
  ['QT7-M4K 26-4827-1593-E', 'QT7-M4K'],
])('reads « %s »', (text, rest) => {
  expect(readNumber(text)).toEqual({ kind: 'number', number: '26-4827-1593-E', rest });
});

test.each([
  '',
  'bonjour',
  '26-4827-1593',
  '26-4827-159-E',
  '26-4827-15930-E',
  'A26-4827-1593-E',
  '26-4827-1593-EE',
  '36 46',
])('sees no number in « %s »', (text) => {
  expect(readNumber(text)).toEqual({ kind: 'none' });
});

test.each(['26-4827-1593-K', '26-4827-1594-E', '26-4827-1953-E', '26-4827-1593-O', '26-4827-1593-é', '26-4827-1593-ß'])(
  'refuses « %s », where a sign was mistaken',
  (text) => {
    expect(readNumber(text)).toEqual({ kind: 'wrong-letter' });
  },
);

test('reads every number that it makes', () => {
  fc.assert(
    fc.property(number, (made) => {
      expect(readNumber(made)).toEqual({ kind: 'number', number: made, rest: '' });
      expect(readNumber(made.replaceAll('-', '').toLowerCase())).toMatchObject({ number: made });
    }),
  );
});

test('one changed digit or letter is refused, wherever it stands', () => {
  fc.assert(
    fc.property(number, (made) => {
      for (const place of places(made, /\d/)) {
        for (const digit of '0123456789') {
          if (digit === made[place]) continue;
          expect(readNumber(withCharacter(made, place, digit))).toEqual({ kind: 'wrong-letter' });
        }
      }
      for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        if (letter === made.at(-1)) continue;
        expect(readNumber(withCharacter(made, made.length - 1, letter))).toEqual({ kind: 'wrong-letter' });
      }
    }),
    { numRuns: 30 },
  );
});

test('any two different digits that changed places are refused', () => {
  fc.assert(
    fc.property(number, (made) => {
      const digitPlaces = places(made, /\d/);
      for (const one of digitPlaces) {
        for (const other of digitPlaces) {
          const [a = '', b = ''] = [made[one], made[other]];
          if (a === b) continue;
          expect(readNumber(withCharacter(withCharacter(made, one, b), other, a))).toEqual({ kind: 'wrong-letter' });
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('a lost or a doubled digit is no number', () => {
  fc.assert(
    fc.property(number, fc.nat(9), (made, nth) => {
      const place = places(made, /\d/)[nth] ?? 0;
      expect(readNumber(made.slice(0, place) + made.slice(place + 1))).toEqual({ kind: 'none' });
      expect(readNumber(made.slice(0, place) + made[place] + made.slice(place))).toEqual({ kind: 'none' });
    }),
  );
});

test('reads a very long message at once', () => {
  const began = performance.now();
  expect(readNumber('1 - '.repeat(5_000))).toEqual({ kind: 'none' });
  expect(performance.now() - began).toBeLessThan(500);
});
