import { checkHistory, type Entry, type History } from './check-history';

/** Two messages, each with its answer, the second with a receipt; one reader saw all of it, one the beginning. */
const SOUND: History = {
  conversationId: 'c',
  sent: [
    { clientId: 'first', id: 'm1', postedAt: 1, acknowledgedAt: 2 },
    { clientId: 'second', id: 'm2', postedAt: 3, acknowledgedAt: 4 },
    { clientId: 'never-heard', postedAt: 3 },
  ],
  transcript: [
    { seq: 1, id: 'hello', author: 'bot' },
    { seq: 2, id: 'm1', author: 'person', clientId: 'first' },
    { seq: 3, id: 'a1', author: 'bot', replyToId: 'm1' },
    { seq: 4, id: 'm2', author: 'person', clientId: 'second' },
    { seq: 5, id: 'a2', author: 'bot', replyToId: 'm2', receipt: '26-0000-0000-A' },
  ],
  readers: [['hello', 'm1', 'a1', 'm2', 'a2'], ['hello', 'm1'], []],
  waiting: [],
  tickets: ['26-0000-0000-A'],
  ticketEvents: 1,
};

/** The same with these places of the transcript, numbered anew. */
const withTranscript = (...entries: Entry[]): Partial<History> => ({
  transcript: entries.map((entry, index) => ({ ...entry, seq: index + 1 })),
  readers: [],
});

const [hello, m1, a1, m2, a2] = SOUND.transcript as [Entry, Entry, Entry, Entry, Entry];

it('finds nothing wrong with a sound history', () => {
  expect(checkHistory(SOUND)).toEqual([]);
});

it.each<[string, Partial<History>, RegExp]>([
  ['a gap', { transcript: [hello, m1, a1, { ...m2, seq: 5 }, { ...a2, seq: 6 }] }, /gap or double at seq 5/],
  ['a seq that stands twice', { transcript: [hello, m1, { ...a1, seq: 2 }, m2, a2] }, /gap or double at seq 2/],
  ['an id that stands twice', withTranscript(hello, m1, a1, m2, a2, a2), /id a2 stands twice/],
  ['a lost message', withTranscript(hello, m2, a2), /first was acknowledged and is lost/],
  [
    'a doubled message',
    withTranscript(hello, m1, a1, { ...m1, id: 'x' }, { ...a1, id: 'y', replyToId: 'x' }, m2, a2),
    /first stands 2 times/,
  ],
  [
    'another id than was told',
    withTranscript(hello, { ...m1, id: 'x' }, { ...a1, replyToId: 'x' }, m2, a2),
    /under another id/,
  ],
  [
    'a message that nobody sent',
    withTranscript(hello, m1, a1, m2, a2, { ...m1, id: 'x', clientId: 'who' }, { ...a1, id: 'y', replyToId: 'x' }),
    /sent by nobody/,
  ],
  ['a message without an answer', withTranscript(hello, m1, m2, a2), /m1 has 0 answers/],
  ['a message answered twice', withTranscript(hello, m1, a1, { ...a1, id: 'again' }, m2, a2), /m1 has 2 answers/],
  ['an answer that stands elsewhere', withTranscript(hello, m1, m2, a2, a1), /answer to m1 does not stand behind it/],
  ['a message that still waits', { waiting: ['m3'] }, /m3 still waits/],
  [
    'two messages in another order than they were sent',
    withTranscript(hello, m2, a2, m1, a1),
    /second stands before first/,
  ],
  ['a reader who missed one', { readers: [['hello', 'a1']] }, /reader 0 saw a1 as number 2/],
  ['a reader who saw one twice', { readers: [[], ['hello', 'm1', 'm1']] }, /reader 1 saw m1 as number 3/],
  ['a reader who saw what is not there', { readers: [['hello', 'm1', 'a1', 'm2', 'a2', 'ghost']] }, /saw ghost/],
  ['a receipt without a ticket', { tickets: [], ticketEvents: 0 }, /receipt 26-0000-0000-A has no ticket/],
  [
    'a ticket without a receipt',
    { tickets: ['26-0000-0000-A', '26-1'], ticketEvents: 2 },
    /ticket 26-1 has no receipt/,
  ],
  ['a ticket without its event', { ticketEvents: 0 }, /1 tickets, 0 events/],
])('sees %s', (_, broken, fault) => {
  expect(checkHistory({ ...SOUND, ...broken }).join('\n')).toMatch(fault);
});

it('takes two messages sent at the same moment in either order', () => {
  const sent = SOUND.sent.map((message) => ({ ...message, postedAt: 1, acknowledgedAt: 4 }));
  expect(checkHistory({ ...SOUND, sent })).toEqual([]);
  expect(checkHistory({ ...SOUND, sent, ...withTranscript(hello, m2, a2, m1, a1) })).toEqual([]);
});
