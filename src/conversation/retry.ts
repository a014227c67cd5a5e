import { NotDelivered } from './courier';

/** After the last of these tries, about half an hour after the first, a person decides. */
export const TRIES_LIMIT = 12;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5 * 60_000;

/** What becomes of a message that was not delivered. */
export type AfterFailure = { kind: 'again'; inMs: number } | { kind: 'set-aside' };

/** 1 s · 2ⁿ, at most 5 minutes, less up to half of it by chance, so that those who failed together do not come back together.
 *  `tries`: how often it was tried before this failure. `chance`: from 0 to 1. */
export function afterFailure(error: unknown, tries: number, chance: number): AfterFailure {
  const again = error instanceof NotDelivered ? error.again : 'as-usual';
  if (again === 'never' || tries + 1 >= TRIES_LIMIT) return { kind: 'set-aside' };
  const delay = Math.min(FIRST_DELAY_MS * 2 ** tries, LONGEST_DELAY_MS);
  const usual = delay * (1 - chance / 2);
  return { kind: 'again', inMs: Math.round(again === 'as-usual' ? usual : Math.max(usual, again.inMs)) };
}
