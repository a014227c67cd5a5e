import type { Kysely } from 'kysely';
import type { ConversationStore, TurnCommit } from '../../src/storage/conversation-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyTicketStore } from '../../src/storage/kysely-ticket-store';
import type { Tables } from '../../src/storage/tables';
import type { AdvisorReply, TicketChange, TicketStore } from '../../src/storage/ticket-store';
import { STATUSES } from '../../src/tickets/states';
import type { NewTicket, TicketRequest } from '../../src/tickets/ticket';
import { testedDatabases } from './databases';
import { waitingEntries } from './waiting-entries';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const CAMILLE = { id: 'advisor-1', name: 'Camille, conseillère' };
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const REQUEST: TicketRequest = {
  subject: 'Mon remboursement du 3 mai',
  message: "Bonjour, je n'ai rien reçu… « 30 € » 👩‍⚕️",
  name: 'Léa Noël',
  postcode: '97400',
  reach: { kind: 'email', value: 'lea@example.org' },
  failures: [{ question: 'où est mon argent', topics: ['remboursement-retard'] }],
  showConversation: true,
};

const ticket = (id: string, rest: Partial<NewTicket> = {}): NewTicket => ({
  id,
  number: `number of ${id}`,
  codeHash: `hash of ${id}`,
  motive: 'retard-paiement',
  fund: '974',
  urgent: false,
  promisedBy: '2026-11-25',
  request: REQUEST,
  ...rest,
});

/** Every store keeps these promises, on every database. */
describe.each(testedDatabases())('$name', (database) => {
  const open = () => database.open();
  let db: Kysely<Tables>;
  let conversations: ConversationStore;
  let tickets: TicketStore;
  let turns: number;

  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => {
    db = await open();
    conversations = new KyselyConversationStore(db, database.writesOn(db));
    tickets = new KyselyTicketStore(db, db, database.writesOn(db));
    turns = 0;
  });
  afterEach(() => database.close(db));

  /** One turn of the conversation at the version it is at; tried again after a conflict only when asked to. */
  async function turn(rest: Partial<TurnCommit> = {}, tryAgain = false): Promise<'committed' | 'conflict' | 'repeat'> {
    const name = `turn-${++turns}`;
    const conversationId = rest.conversationId ?? 'c1';
    const entry = {
      conversationId,
      activityId: name,
      repeatKey: null,
      channel: 'web',
      activity: {},
      receivedAt: at('09:00:00'),
    };
    const accepted = await conversations.acceptActivity(entry);
    if (accepted.kind !== 'accepted') throw new Error('a repeat');
    for (;;) {
      const version = (await conversations.loadConversation(conversationId))?.version ?? 0;
      const outcome = await conversations.commitTurn(
        {
          conversationId,
          channel: 'web',
          answers: accepted.place,
          at: at('09:00:01'),
          state: name,
          messages: [
            { id: `${name}-person`, author: 'person', activity: {} },
            { id: `${name}-bot`, author: 'bot', activity: {} },
          ],
          events: [],
          tickets: [],
          ticketMessages: [],
          ...rest,
        },
        version,
      );
      if (outcome !== 'conflict' || !tryAgain) return outcome;
    }
  }

  const reply = (rest: Partial<AdvisorReply> = {}): AdvisorReply => ({
    ticketId: 't1',
    expectedVersion: 1,
    at: at('10:00:00'),
    advisor: CAMILLE,
    text: 'Bonjour, le virement est parti.',
    status: 'waiting-for-person',
    messageId: 'reply-1',
    activity: { type: 'message', text: 'Bonjour, le virement est parti.' },
    ...rest,
  });
  const change = (rest: Partial<TicketChange> = {}): TicketChange => ({
    ticketId: 't1',
    expectedVersion: 1,
    at: at('10:00:00'),
    ...rest,
  });

  /** All that a write could have touched. */
  const everything = async () => ({
    conversations: await db.selectFrom('conversations').selectAll().execute(),
    messages: await db.selectFrom('messages').selectAll().execute(),
    tickets: await db.selectFrom('tickets').selectAll().execute(),
    thread: await db.selectFrom('ticket_messages').selectAll().execute(),
  });
  const transcript = async (conversationId = 'c1') =>
    (await conversations.transcript(conversationId, 0)).map(({ seq, id, author }) => [seq, author, id]);
  const thread = async (id = 't1') => (await tickets.thread(id)).map(({ seq, author, text }) => [seq, author, text]);
  const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

  describe('a turn', () => {
    test('opens a ticket with everything that it holds', async () => {
      expect(await turn({ tickets: [ticket('t1', { urgent: true })] })).toBe('committed');
      expect(await tickets.ticket('t1')).toEqual({
        id: 't1',
        number: 'number of t1',
        conversationId: 'c1',
        channel: 'web',
        fund: '974',
        motive: 'retard-paiement',
        urgent: true,
        status: 'new',
        version: 1,
        createdAt: at('09:00:01'),
        updatedAt: at('09:00:01'),
        promisedBy: '2026-11-25',
        assignedTo: null,
        request: REQUEST,
      });
      expect(await thread()).toEqual([]);
    });

    test('opens one of nobody’s fund, without a promise', async () => {
      await turn({ tickets: [ticket('t1', { fund: null, promisedBy: null })] });
      expect(await tickets.ticket('t1')).toMatchObject({ fund: null, promisedBy: null, urgent: false });
    });

    test('that conflicts opens no ticket and adds to none', async () => {
      await turn({ tickets: [ticket('t1')] });
      const before = await everything();
      const stale = { answers: 0, at: at('09:10:00'), state: null, messages: [], events: [], channel: 'web' };
      const { place } = (await conversations.acceptActivity({
        conversationId: 'c1',
        activityId: 'late',
        repeatKey: null,
        channel: 'web',
        activity: {},
        receivedAt: at('09:10:00'),
      })) as { place: number };
      const late = {
        ...stale,
        conversationId: 'c1',
        answers: place,
        tickets: [ticket('t2')],
        ticketMessages: [{ id: 'm', ticketId: 't1', text: 'encore' }],
      };
      expect(await conversations.commitTurn(late, 7)).toBe('conflict');
      expect(await everything()).toEqual(before);
    });

    test('whose ticket has a number that is taken is a conflict, and writes nothing', async () => {
      await turn({ tickets: [ticket('t1', { number: 'taken' })] });
      const before = await everything();
      expect(await turn({ conversationId: 'c2', tickets: [ticket('t2', { number: 'taken' })] })).toBe('conflict');
      expect(await turn({ tickets: [ticket('t3'), ticket('t4', { number: 'taken' })] })).toBe('conflict');
      expect(await everything()).toEqual(before);
      expect(await waitingEntries(conversations)).toHaveLength(2);
      expect(await turn({ tickets: [ticket('t2', { number: 'free' })] })).toBe('committed');
    });

    test('adds to a thread, with numbers from 1 and without gaps', async () => {
      await turn({ tickets: [ticket('t1'), ticket('t2')] });
      await turn({
        ticketMessages: [
          { id: 'm1', ticketId: 't1', text: 'un' },
          { id: 'm2', ticketId: 't1', text: 'deux' },
        ],
      });
      await turn({ at: at('09:30:00'), ticketMessages: [{ id: 'm3', ticketId: 't1', text: 'trois' }] });
      await turn({ ticketMessages: [{ id: 'm4', ticketId: 't2', text: 'autre' }] });
      expect(await thread()).toEqual([
        [1, 'person', 'un'],
        [2, 'person', 'deux'],
        [3, 'person', 'trois'],
      ]);
      expect(await thread('t2')).toEqual([[1, 'person', 'autre']]);
      expect((await tickets.thread('t1')).at(-1)).toEqual({
        id: 'm3',
        ticketId: 't1',
        seq: 3,
        author: 'person',
        authorName: null,
        text: 'trois',
        at: at('09:30:00'),
      });
      expect(await tickets.ticket('t1')).toMatchObject({
        version: 4,
        updatedAt: at('09:30:00'),
        createdAt: at('09:00:01'),
      });
    });

    test.each(STATUSES)('that adds to a ticket that is %s puts it back in the advisors’ hands', async (status) => {
      await turn({ tickets: [ticket('t1')] });
      await tickets.change(change({ status }));
      await turn({ ticketMessages: [{ id: 'm1', ticketId: 't1', text: 'encore' }] });
      expect(await tickets.ticket('t1')).toMatchObject({
        status: status === 'new' ? 'new' : 'in-progress',
        version: 3,
      });
    });

    test('may open a ticket and add to it at once, or add from another conversation', async () => {
      await turn({ tickets: [ticket('t1')], ticketMessages: [{ id: 'm1', ticketId: 't1', text: 'un' }] });
      await turn({ conversationId: 'c2', ticketMessages: [{ id: 'm2', ticketId: 't1', text: 'deux' }] });
      expect(await thread()).toEqual([
        [1, 'person', 'un'],
        [2, 'person', 'deux'],
      ]);
      expect(await tickets.ticket('t1')).toMatchObject({ conversationId: 'c1', status: 'new' });
    });

    test('that adds to a ticket that does not exist fails and writes nothing', async () => {
      await turn();
      const before = await everything();
      await expect(turn({ ticketMessages: [{ id: 'm1', ticketId: 'none', text: 'un' }] })).rejects.toHaveProperty(
        'message',
      );
      expect(await everything()).toEqual(before);
    });

    test('twenty at once add to one thread without a gap', async () => {
      await turn({ tickets: [ticket('t1')] });
      const adding = upTo(20).map((n) =>
        turn({ ticketMessages: [{ id: `m${n}`, ticketId: 't1', text: `${n}` }] }, true),
      );
      await Promise.all(adding);
      expect((await tickets.thread('t1')).map(({ seq }) => seq)).toEqual(upTo(20));
      expect(await tickets.ticket('t1')).toMatchObject({ version: 21 });
    });
  });

  describe('finding', () => {
    beforeEach(async () => {
      await turn({ at: at('09:03:00'), tickets: [ticket('third', { fund: '974' })] });
      await turn({ at: at('09:01:00'), tickets: [ticket('first', { fund: '591' })] });
      await turn({ conversationId: 'c2', at: at('09:02:00'), tickets: [ticket('second', { fund: null })] });
    });

    test('the queue is every fund’s, the oldest first', async () => {
      expect(ids(await tickets.queue({ fund: null, statuses: ['new'] }))).toEqual(['first', 'second', 'third']);
    });

    test('the queue of one fund holds no other’s, and those whose fund nobody could tell', async () => {
      expect(ids(await tickets.queue({ fund: '974', statuses: ['new'] }))).toEqual(['second', 'third']);
      expect(ids(await tickets.queue({ fund: '999', statuses: ['new'] }))).toEqual(['second']);
    });

    test('the queue holds the statuses asked for', async () => {
      await tickets.change(change({ ticketId: 'first', status: 'resolved' }));
      await tickets.change(change({ ticketId: 'second', status: 'in-progress' }));
      expect(ids(await tickets.queue({ fund: null, statuses: ['new'] }))).toEqual(['third']);
      expect(ids(await tickets.queue({ fund: null, statuses: ['resolved', 'in-progress'] }))).toEqual([
        'first',
        'second',
      ]);
      expect(await tickets.queue({ fund: null, statuses: ['closed'] })).toEqual([]);
      expect(await tickets.queue({ fund: null, statuses: [] })).toEqual([]);
    });

    test('tickets of a conversation come the newest first, and no others', async () => {
      expect(ids(await tickets.ticketsOf('c1'))).toEqual(['third', 'first']);
      expect(ids(await tickets.ticketsOf('c2'))).toEqual(['second']);
      expect(await tickets.ticketsOf('c3')).toEqual([]);
    });

    test('a number opens nothing without the hash of its own code', async () => {
      expect((await tickets.ticketByNumber('number of first', 'hash of first'))?.id).toBe('first');
      expect(await tickets.ticketByNumber('number of first', 'hash of second')).toBeUndefined();
      expect(await tickets.ticketByNumber('number of first', '')).toBeUndefined();
      expect(await tickets.ticketByNumber('number of nobody', 'hash of first')).toBeUndefined();
    });

    test('what does not exist is not found', async () => {
      expect(await tickets.ticket('none')).toBeUndefined();
      expect(await tickets.thread('none')).toEqual([]);
    });

    test('no ticket tells the hash of its code', async () => {
      expect(JSON.stringify(await tickets.queue({ fund: null, statuses: ['new'] }))).not.toContain('hash of');
    });
  });

  describe('a change', () => {
    beforeEach(() => turn({ tickets: [ticket('t1')] }));

    test('takes the ticket, and gives it back', async () => {
      expect(await tickets.change(change({ assignedTo: 'advisor-1', status: 'in-progress' }))).toBe('changed');
      expect(await tickets.ticket('t1')).toMatchObject({
        assignedTo: 'advisor-1',
        status: 'in-progress',
        version: 2,
        updatedAt: at('10:00:00'),
      });
      expect(await tickets.change(change({ expectedVersion: 2, assignedTo: null }))).toBe('changed');
      expect(await tickets.ticket('t1')).toMatchObject({ assignedTo: null, status: 'in-progress', version: 3 });
    });

    test('leaves what it does not name', async () => {
      await tickets.change(change({ assignedTo: 'advisor-1' }));
      await tickets.change(change({ expectedVersion: 2, status: 'resolved' }));
      expect(await tickets.ticket('t1')).toMatchObject({ assignedTo: 'advisor-1', status: 'resolved', version: 3 });
    });

    test.each([0, 2])('at version %i, which it is not, is stale and writes nothing', async (expectedVersion) => {
      const before = await everything();
      expect(await tickets.change(change({ expectedVersion, status: 'closed' }))).toBe('stale');
      expect(await everything()).toEqual(before);
    });

    test('of a ticket that does not exist is gone', async () => {
      expect(await tickets.change(change({ ticketId: 'none' }))).toBe('gone');
    });

    test('by twenty advisors at once is one’s', async () => {
      const taking = upTo(20).map((n) => tickets.change(change({ assignedTo: `advisor-${n}` })));
      const outcomes = await Promise.all(taking);
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(19);
      expect(await tickets.ticket('t1')).toMatchObject({
        version: 2,
        assignedTo: `advisor-${outcomes.indexOf('changed') + 1}`,
      });
    });
  });

  describe('an answer', () => {
    beforeEach(() => turn({ tickets: [ticket('t1')] }));

    test('stands in the thread and in the conversation', async () => {
      const state = (await conversations.loadConversation('c1'))?.state;
      expect(await tickets.reply(reply())).toBe('sent');
      expect(await tickets.thread('t1')).toEqual([
        {
          id: 'reply-1',
          ticketId: 't1',
          seq: 1,
          author: 'advisor',
          authorName: 'Camille, conseillère',
          text: 'Bonjour, le virement est parti.',
          at: at('10:00:00'),
        },
      ]);
      expect((await conversations.transcript('c1', 0)).at(-1)).toEqual({
        seq: 3,
        id: 'reply-1',
        author: 'advisor',
        activity: { type: 'message', text: 'Bonjour, le virement est parti.' },
        at: at('10:00:00'),
      });
      expect(await conversations.loadConversation('c1')).toMatchObject({ version: 2, lastSeq: 3, state });
      expect(await tickets.ticket('t1')).toMatchObject({
        status: 'waiting-for-person',
        version: 2,
        updatedAt: at('10:00:00'),
        createdAt: at('09:00:01'),
      });
    });

    test('to a ticket that nobody took takes it; another’s stays another’s', async () => {
      await tickets.reply(reply());
      expect(await tickets.ticket('t1')).toMatchObject({ assignedTo: 'advisor-1' });
      const other = { id: 'advisor-2', name: 'Sacha, conseiller' };
      await tickets.reply(reply({ expectedVersion: 2, messageId: 'reply-2', advisor: other }));
      expect(await tickets.ticket('t1')).toMatchObject({ assignedTo: 'advisor-1' });
      expect((await tickets.thread('t1')).map(({ authorName }) => authorName)).toEqual([CAMILLE.name, other.name]);
    });

    test.each([0, 2])('on version %i, which it is not, is stale and writes nothing', async (expectedVersion) => {
      const before = await everything();
      expect(await tickets.reply(reply({ expectedVersion }))).toBe('stale');
      expect(await everything()).toEqual(before);
    });

    test('written before what the person added is stale', async () => {
      await turn({ ticketMessages: [{ id: 'm1', ticketId: 't1', text: 'une précision' }] });
      const before = await everything();
      expect(await tickets.reply(reply())).toBe('stale');
      expect(await everything()).toEqual(before);
      expect(await tickets.reply(reply({ expectedVersion: 2 }))).toBe('sent');
      expect(await thread()).toEqual([
        [1, 'person', 'une précision'],
        [2, 'advisor', 'Bonjour, le virement est parti.'],
      ]);
    });

    test('to a ticket that does not exist is gone and writes nothing', async () => {
      const before = await everything();
      expect(await tickets.reply(reply({ ticketId: 'none' }))).toBe('gone');
      expect(await everything()).toEqual(before);
    });

    test('that fails in the middle writes nothing', async () => {
      await tickets.reply(reply());
      const before = await everything();
      // Not toThrow: better-sqlite3 keeps the Error class of the first test file of its process, which is none to another.
      await expect(tickets.reply(reply({ expectedVersion: 2, messageId: 'reply-1' }))).rejects.toHaveProperty(
        'message',
      );
      expect(await everything()).toEqual(before);
    });

    test('of twenty at once on one version is sent once', async () => {
      const writing = upTo(20).map((n) => tickets.reply(reply({ messageId: `reply-${n}`, text: `${n}` })));
      const outcomes = await Promise.all(writing);
      expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'stale')).toHaveLength(19);
      const sent = outcomes.indexOf('sent') + 1;
      expect(await thread()).toEqual([[1, 'advisor', `${sent}`]]);
      expect(await transcript()).toEqual([
        [1, 'person', 'turn-1-person'],
        [2, 'bot', 'turn-1-bot'],
        [3, 'advisor', `reply-${sent}`],
      ]);
      expect(await tickets.ticket('t1')).toMatchObject({ version: 2 });
    });

    test('stands in the transcript once and leaves no gap, while turns and other answers go on', async () => {
      await turn({ tickets: [ticket('t2')] });
      const going = upTo(10).flatMap((n) => [
        turn({}, true),
        tickets.reply(reply({ ticketId: n % 2 ? 't1' : 't2', messageId: `reply-${n}` })),
      ]);
      const outcomes = await Promise.all(going);
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(10);
      expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(2);
      const entries = await conversations.transcript('c1', 0);
      expect(entries.map(({ seq }) => seq)).toEqual(upTo(26));
      const advisors = entries.filter(({ author }) => author === 'advisor').map(({ id }) => id);
      expect(advisors).toHaveLength(2);
      expect(new Set(entries.map(({ id }) => id)).size).toBe(26);
      // Two turns opened the tickets, ten went on, two answers came in between: each is one version.
      expect(await conversations.loadConversation('c1')).toMatchObject({ version: 14, lastSeq: 26 });
      // A turn's two messages stand together, whatever came between turns.
      for (const [index, { id }] of entries.entries()) {
        if (id.endsWith('-person')) expect(entries[index + 1]?.id).toBe(id.replace('person', 'bot'));
      }
    });

    test('makes the turn that ran meanwhile a conflict', async () => {
      const { version = 0 } = (await conversations.loadConversation('c1')) ?? {};
      await tickets.reply(reply());
      const accepted = await conversations.acceptActivity({
        conversationId: 'c1',
        activityId: 'late',
        repeatKey: null,
        channel: 'web',
        activity: {},
        receivedAt: at('10:00:00'),
      });
      if (accepted.kind !== 'accepted') throw new Error('a repeat');
      const late = {
        conversationId: 'c1',
        channel: 'web',
        answers: accepted.place,
        at: at('10:00:01'),
        state: null,
        messages: [],
        events: [],
        tickets: [],
        ticketMessages: [],
      };
      expect(await conversations.commitTurn(late, version)).toBe('conflict');
      expect(await conversations.commitTurn(late, version + 1)).toBe('committed');
    });
  });
});
