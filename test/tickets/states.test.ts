import { TEXT_KEYS } from '../../dialogs/text-keys';
import { isOpen, mayFollow, STATUSES } from '../../src/tickets/states';
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

test('each has a sentence', () => {
  for (const status of STATUSES) expect(TEXT_KEYS).toHaveProperty([`ticket.status-${status}`]);
});
