import fc from 'fast-check';
import { NotDelivered } from '../../src/conversation/courier';
import { afterFailure, TRIES_LIMIT } from '../../src/conversation/retry';

const LONGEST_MS = 5 * 60_000;
const tries = fc.nat(TRIES_LIMIT - 2);
const chance = fc.double({ min: 0, max: 1, noNaN: true });

function delayOf(after: ReturnType<typeof afterFailure>): number {
  if (after.kind !== 'again') throw new Error(after.kind);
  return after.inMs;
}

it('a message waits 1, 2, 4 … seconds, at most five minutes, less up to half of it', () => {
  fc.assert(
    fc.property(tries, chance, (tried, luck) => {
      const full = Math.min(1_000 * 2 ** tried, LONGEST_MS);
      const delay = delayOf(afterFailure(new Error('refused'), tried, luck));
      expect(delay).toBeGreaterThanOrEqual(full / 2);
      expect(delay).toBeLessThanOrEqual(full);
    }),
  );
  expect(delayOf(afterFailure(new Error('refused'), 0, 0))).toBe(1_000);
  expect(delayOf(afterFailure(new Error('refused'), 0, 1))).toBe(500);
  expect(delayOf(afterFailure(new Error('refused'), 10, 0))).toBe(LONGEST_MS);
});

it('a vendor who says when to come back is not asked before', () => {
  fc.assert(
    fc.property(tries, chance, fc.integer({ min: 0, max: 3_600_000 }), (tried, luck, inMs) => {
      const told = new NotDelivered('429', { inMs });
      expect(delayOf(afterFailure(told, tried, luck))).toBeGreaterThanOrEqual(inMs);
    }),
  );
});

it('the twelfth failure is the last, and a hopeless one is the only one', () => {
  expect(afterFailure(new Error('refused'), TRIES_LIMIT - 2, 0).kind).toBe('again');
  expect(afterFailure(new Error('refused'), TRIES_LIMIT - 1, 0)).toEqual({ kind: 'set-aside' });
  expect(afterFailure(new NotDelivered('429', { inMs: 1 }), TRIES_LIMIT - 1, 0)).toEqual({ kind: 'set-aside' });
  expect(afterFailure(new NotDelivered('403', 'never'), 0, 0)).toEqual({ kind: 'set-aside' });
});
