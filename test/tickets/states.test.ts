import { TEXT_KEYS } from '../../dialogs/text-keys';
import { isFollowed, isOpen, mayFollow, STATUSES } from '../../src/tickets/states';
import type { TicketStatus } from '../../src/tickets/ticket';

const FOLLOWING: [TicketStatus, TicketStatus[]][] = [
  ['new', ['new', 'in-progress', 'waiting-for-person', 'resolved', 'closed']],
  ['in-progress', ['in-progress', 'waiting-for-person', 'resolved', 'closed']],
  ['waiting-for-person', ['in-progress', 'waiting-for-person', 'resolved', 'closed']],
  ['resolved', ['in-progress', 'waiting-for-person', 'resolved', 'closed']],
  ['closed', ['in-progress', 'closed']],
];

test('knows five', () => {
  expect(STATUSES).toEqual(['new', 'in-progress', 'waiting-for-person', 'resolved', 'closed']);
});

test.each(FOLLOWING)('%s may be followed by itself and what the table says', (status, following) => {
  expect(STATUSES.filter((next) => mayFollow(status, next))).toEqual(following);
});

test('nothing becomes new again', () => {
  expect(STATUSES.filter((status) => mayFollow(status, 'new'))).toEqual(['new']);
});

test('only a closed one takes no more', () => {
  expect(STATUSES.filter((status) => !isOpen(status))).toEqual(['closed']);
});

describe('somebody follows', () => {
  const updatedAt = new Date('2026-11-22T09:00:00.000Z');
  const after = (milliseconds: number) => new Date(updatedAt.getTime() + milliseconds);
  const WEEK_MS = 7 * 86_400_000;

  test.each<[TicketStatus, number, boolean]>([
    ['new', 10 * WEEK_MS, true],
    ['in-progress', 10 * WEEK_MS, true],
    ['waiting-for-person', 10 * WEEK_MS, true],
    ['resolved', 0, true],
    ['resolved', WEEK_MS - 1, true],
    ['resolved', WEEK_MS, false],
    ['closed', 0, false],
  ])('one that is %s, %d ms after its last change: %s', (status, milliseconds, followed) => {
    expect(isFollowed({ status, updatedAt }, after(milliseconds))).toBe(followed);
  });
});

test('each has a sentence', () => {
  for (const status of STATUSES) expect(TEXT_KEYS).toHaveProperty([`ticket.status-${status}`]);
});
