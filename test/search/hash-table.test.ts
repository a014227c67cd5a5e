import fc from 'fast-check';
import { hashOfPair, hashOfPiece, hashOfWord } from '../../src/search/feature-hash';
import { positionsOf } from '../../src/search/hash-table';

const anyHash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

test('every hash of the list is at its position, every other is nowhere', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyHash, { maxLength: 300 }), fc.array(anyHash), (hashes, others) => {
      const positionOf = positionsOf(hashes);
      expect(hashes.map(positionOf)).toEqual(hashes.map((_, position) => position));
      expect(others.map(positionOf)).toEqual(others.map((hash) => hashes.indexOf(hash)));
    }),
  );
});

test('hashes that want the same place stand one after the other, over the end of the table too', () => {
  const together = [7, 15, 23, -1];
  const positionOf = positionsOf(together);
  expect(together.map(positionOf)).toEqual([0, 1, 2, 3]);
  expect([31, 39].map(positionOf)).toEqual([-1, -1]);
});

test('a pair is the same whichever word comes first, and is neither of its words', () => {
  fc.assert(fc.property(anyHash, anyHash, (one, other) => expect(hashOfPair(one, other)).toBe(hashOfPair(other, one))));
  const [carte, perdue] = [hashOfWord('carte'), hashOfWord('perdue')];
  expect(new Set([carte, perdue, hashOfPair(carte, perdue), hashOfPair(carte, carte)]).size).toBe(4);
});

test('no two pieces of four letters have one hash', () => {
  const letters = [...'_abcdefghijklmnopqrstuvwxyz0123456789'];
  const pieces = letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => `_${a}${b}${c}`)));
  expect(new Set(pieces.map(hashOfPiece)).size).toBe(pieces.length);
});
