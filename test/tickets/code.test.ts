import fc from 'fast-check';
import { systemIds } from '../../src/conversation/system-ports';
import { hashCode, makeCode, readCode, showCode } from '../../src/tickets/code';

const NUMBER = '26-4827-1593-E';
const KEY = 'the key of this installation';

test('has six characters of which none is taken for another, and no vowel', () => {
  const codes = Array.from({ length: 500 }, () => makeCode(systemIds));
  for (const code of codes) expect(code).toMatch(/^[2-9CDFGHJKMNPQRTVWXY]{6}$/);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join(''))).toEqual(new Set('23456789CDFGHJKMNPQRTVWXY'));
});

test('is shown in two halves', () => {
  expect(showCode('QT7M4K')).toBe('QT7-M4K');
});

test.each([
  'QT7-M4K',
  'QT7M4K',
  'qt7m4k',
  'qt7 m4k',
  'QT7 - M4K',
  'QT7–M4K',
  'QT7\u00a0M4K',
  ' QT7-M4K. ',
  'mon code est QT7-M4K',
  'code : qt7 m4k, merci',
])('reads « %s »', (text) => {
  expect(readCode(text)).toBe('QT7M4K');
});

test('reads a sign for the one it looks like', () => {
  expect(readCode('Q87-55Z')).toBe('Q87552');
  expect(readCode('qb7-sSz')).toBe('Q87552');
});

test.each([
  '',
  'QT7-M4',
  'QT7-M4KK',
  'XQT7-M4K',
  'QT7M-4K',
  'QT0-M4K',
  'QT1-M4K',
  'QTI-M4K',
  'erreur',
  'bonjour à vous',
])('sees no code in « %s »', (text) => {
  expect(readCode(text)).toBeUndefined();
});

test('reads every code that it makes, as it is shown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'23456789CDFGHJKMNPQRTVWXY'), minLength: 6, maxLength: 6 }),
      (code) => {
        expect(readCode(showCode(code))).toBe(code);
        expect(readCode(`code ${showCode(code).toLowerCase()} !`)).toBe(code);
      },
    ),
  );
});

describe('the hash', () => {
  test('is an HMAC-SHA256 over number and code', () => {
    expect(hashCode(NUMBER, 'QT7M4K', KEY)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashCode(NUMBER, 'QT7M4K', KEY)).toBe(hashCode(NUMBER, 'QT7M4K', Buffer.from(KEY)));
  });

  test('is another for another code, another number or another key', () => {
    const hashes = [
      hashCode(NUMBER, 'QT7M4K', KEY),
      hashCode(NUMBER, 'QT7M4J', KEY),
      hashCode('26-4827-1594-F', 'QT7M4K', KEY),
      hashCode(NUMBER, 'QT7M4K', 'another key'),
    ];
    expect(new Set(hashes).size).toBe(4);
  });

  test('holds neither the code nor the number', () => {
    expect(hashCode(NUMBER, 'QT7M4K', KEY)).not.toMatch(/QT7|4827/i);
  });
});
