import type { Kysely } from 'kysely';
import type { ConversationStore, NewInboxEntry, TurnCommit } from '../../src/storage/conversation-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import type { Tables } from '../../src/storage/tables';
import { testedDatabases } from './databases';
import { waitingEntries } from './waiting-entries';

const at = (time: string) => new Date(`2026-11-22T${time}Z`);

const entry = (activityId: string, rest: Partial<NewInboxEntry> = {}): NewInboxEntry => ({
  conversationId: 'c1',
  activityId,
  repeatKey: null,
  channel: 'web',
  activity: { type: 'message', text: activityId },
  receivedAt: at('09:00:00.123'),
  ...rest,
});

/** Every store keeps these promises, on every database. */
describe.each(testedDatabases())('$name', (database) => {
  const open = () => database.open();
  let db: Kysely<Tables>;
  let store: ConversationStore;

  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => {
    db = await open();
    store = new KyselyConversationStore(db, database.writesOn(db));
  });
  afterEach(() => database.close(db));

  /** Accepts an activity and answers its place. */
  async function accept(activityId: string, rest: Partial<NewInboxEntry> = {}): Promise<number> {
    const accepted = await store.acceptActivity(entry(activityId, rest));
    if (accepted.kind !== 'accepted') throw new Error(`${activityId} is a repeat`);
    return accepted.place;
  }

  /** A turn that answers this place: what the person wrote and one reply. */
  const turn = (inboxPlace: number, rest: Partial<TurnCommit> = {}): TurnCommit => ({
    conversationId: 'c1',
    channel: 'web',
    answers: inboxPlace,
    at: at('09:00:01.000'),
    state: { place: inboxPlace },
    messages: [
      { id: `m${inboxPlace}-person`, author: 'person', activity: { text: 'bonjour' } },
      { id: `m${inboxPlace}-bot`, author: 'bot', activity: { text: 'Bonjour.' } },
    ],
    events: [{ id: `e${inboxPlace}`, kind: 'asked', knowledgeVersion: 'abc', data: { place: inboxPlace } }],
    tickets: [],
    ticketMessages: [],
    ...rest,
  });

  const events = () => db.selectFrom('events').selectAll().orderBy('id').execute();
  const waiting = async () => (await waitingEntries(store)).map(({ activityId }) => activityId);
  const seqs = async (conversationId: string, afterSeq = 0) =>
    (await store.transcript(conversationId, afterSeq)).map(({ seq }) => seq);

  describe('the inbox', () => {
    test('keeps an activity as it came', async () => {
      const place = await accept('a1', { repeatKey: 'web:k1' });
      expect(await waitingEntries(store)).toEqual([{ place, ...entry('a1', { repeatKey: 'web:k1' }) }]);
    });

    test('knows a repeat, names the first one, and keeps nothing', async () => {
      await accept('a1', { repeatKey: 'web:k1' });
      const again = await store.acceptActivity(entry('a2', { repeatKey: 'web:k1', conversationId: 'c2' }));
      expect(again).toEqual({ kind: 'repeat', activityId: 'a1' });
      expect(await waiting()).toEqual(['a1']);
    });

    test('knows a repeat of what was answered', async () => {
      const place = await accept('a1', { repeatKey: 'web:k1' });
      await store.commitTurn(turn(place), 0);
      expect(await store.acceptActivity(entry('a2', { repeatKey: 'web:k1' }))).toEqual({
        kind: 'repeat',
        activityId: 'a1',
      });
    });

    test('takes every activity that has no repeat key', async () => {
      const places = [await accept('a1'), await accept('a1'), await accept('a1')];
      expect(new Set(places).size).toBe(3);
    });

    test('takes one of many that arrive at once under one key', async () => {
      const arrivals = Array.from({ length: 10 }, (_, n) =>
        store.acceptActivity(entry(`a${n}`, { repeatKey: 'web:k1' })),
      );
      const kinds = (await Promise.all(arrivals)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(1);
      expect(await waiting()).toHaveLength(1);
    });

    test('tells what waits in order of arrival, whenever it was received', async () => {
      await accept('late', { receivedAt: at('09:05:00') });
      const answered = await accept('answered', { conversationId: 'c2' });
      await accept('early', { receivedAt: at('09:01:00'), conversationId: 'c3' });
      expect(await waiting()).toEqual(['late', 'answered', 'early']);
      await store.commitTurn(turn(answered, { conversationId: 'c2' }), 0);
      expect(await waiting()).toEqual(['late', 'early']);
    });
  });

  describe('a turn', () => {
    test('makes the conversation at version 1', async () => {
      expect(await store.loadConversation('c1')).toBeUndefined();
      expect(await store.commitTurn(turn(await accept('a1')), 0)).toBe('committed');
      expect(await store.loadConversation('c1')).toEqual({
        id: 'c1',
        channel: 'web',
        version: 1,
        lastSeq: 2,
        state: { place: 1 },
      });
    });

    test('grows the version by one and the transcript by its messages', async () => {
      await store.commitTurn(turn(await accept('a1')), 0);
      expect(await store.commitTurn(turn(await accept('a2'), { state: { kept: true } }), 1)).toBe('committed');
      expect(await store.loadConversation('c1')).toMatchObject({ version: 2, lastSeq: 4, state: { kept: true } });
    });

    test('writes messages and events with their moment and place', async () => {
      const place = await accept('a1');
      await store.commitTurn(turn(place), 0);
      expect(await store.transcript('c1', 0)).toEqual([
        { seq: 1, id: `m${place}-person`, author: 'person', activity: { text: 'bonjour' }, at: at('09:00:01.000') },
        { seq: 2, id: `m${place}-bot`, author: 'bot', activity: { text: 'Bonjour.' }, at: at('09:00:01.000') },
      ]);
      expect(await events()).toEqual([
        {
          id: `e${place}`,
          schema: 1,
          at: '2026-11-22T09:00:01.000Z',
          conversation_id: 'c1',
          seq: 1,
          channel: 'web',
          knowledge_version: 'abc',
          kind: 'asked',
          data: JSON.stringify({ place }),
        },
      ]);
      expect(await waiting()).toEqual([]);
    });

    test('may have neither messages nor events', async () => {
      expect(await store.commitTurn(turn(await accept('a1'), { messages: [], events: [] }), 0)).toBe('committed');
      expect(await store.loadConversation('c1')).toMatchObject({ version: 1, lastSeq: 0 });
      await store.commitTurn(turn(await accept('a2')), 1);
      expect(await seqs('c1')).toEqual([1, 2]);
    });

    test.each([
      ['behind', 1],
      ['ahead', 3],
      ['as if the conversation were new', 0],
    ])('whose version is %s is a conflict and writes nothing', async (_, version) => {
      await store.commitTurn(turn(await accept('a1')), 0);
      await store.commitTurn(turn(await accept('a2')), 1);
      const before = { conversation: await store.loadConversation('c1'), transcript: await store.transcript('c1', 0) };
      const eventsBefore = await events();

      expect(await store.commitTurn(turn(await accept('a3')), version)).toBe('conflict');

      expect(await store.loadConversation('c1')).toEqual(before.conversation);
      expect(await store.transcript('c1', 0)).toEqual(before.transcript);
      expect(await events()).toEqual(eventsBefore);
      expect(await waiting()).toEqual(['a3']);
    });

    test('on a conversation that does not exist is a conflict unless it expects none', async () => {
      expect(await store.commitTurn(turn(await accept('a1')), 1)).toBe('conflict');
      expect(await store.loadConversation('c1')).toBeUndefined();
      expect(await seqs('c1')).toEqual([]);
      expect(await waiting()).toEqual(['a1']);
    });

    test('that lost a conflict succeeds at the right version', async () => {
      await store.commitTurn(turn(await accept('a1')), 0);
      const place = await accept('a2');
      expect(await store.commitTurn(turn(place), 0)).toBe('conflict');
      expect(await store.commitTurn(turn(place), 1)).toBe('committed');
      expect(await seqs('c1')).toEqual([1, 2, 3, 4]);
    });

    test('of an entry that is answered already is a repeat and writes nothing', async () => {
      const place = await accept('a1');
      await store.commitTurn(turn(place), 0);
      const before = await store.loadConversation('c1');
      const again = turn(place, {
        messages: [{ id: 'other', author: 'bot', activity: {} }],
        events: [],
        state: 'other',
      });
      expect(await store.commitTurn(again, 1)).toBe('repeat');
      expect(await store.commitTurn(again, 0)).toBe('repeat');
      expect(await store.loadConversation('c1')).toEqual(before);
      expect(await seqs('c1')).toEqual([1, 2]);
    });

    test('that fails in the middle writes nothing', async () => {
      const first = await accept('a1');
      await store.commitTurn(turn(first), 0);
      const second = turn(await accept('a2'), {
        events: [{ id: `e${first}`, kind: 'asked', knowledgeVersion: 'abc', data: null }],
      });
      // Not toThrow: better-sqlite3 keeps the Error class of the first test file of its process, which is none to another.
      await expect(store.commitTurn(second, 1)).rejects.toHaveProperty('message');
      expect(await store.loadConversation('c1')).toMatchObject({ version: 1, lastSeq: 2, state: { place: first } });
      expect(await seqs('c1')).toEqual([1, 2]);
      expect(await waiting()).toEqual(['a2']);
      expect(await store.commitTurn({ ...second, events: [] }, 1)).toBe('committed');
    });

    test('twenty at once, each tried again after a conflict, leave no gap', async () => {
      const places = await Promise.all(Array.from({ length: 20 }, (_, n) => accept(`a${n}`)));
      let conflicts = 0;
      const commitUntilDone = async (place: number) => {
        for (;;) {
          const version = (await store.loadConversation('c1'))?.version ?? 0;
          const outcome = await store.commitTurn(turn(place), version);
          if (outcome !== 'conflict') return outcome;
          conflicts++;
        }
      };
      const outcomes = await Promise.all(places.map(commitUntilDone));

      expect(outcomes).toEqual(Array(20).fill('committed'));
      expect(conflicts).toBeGreaterThan(0);
      expect(await store.loadConversation('c1')).toMatchObject({ version: 20, lastSeq: 40 });
      expect(await seqs('c1')).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      expect(await waiting()).toEqual([]);
      // The two messages of a turn stand together.
      const ids = (await store.transcript('c1', 0)).map(({ id }) => id);
      for (let index = 0; index < ids.length; index += 2) {
        expect(ids[index + 1]).toBe(ids[index]?.replace('person', 'bot'));
      }
      expect(await events()).toHaveLength(20);
    });

    test('twice at once for one entry is written once', async () => {
      const place = await accept('a1');
      const outcomes = await Promise.all([store.commitTurn(turn(place), 0), store.commitTurn(turn(place), 0)]);
      expect(outcomes.sort()).toEqual(['committed', 'repeat']);
      expect(await seqs('c1')).toEqual([1, 2]);
    });
  });

  describe('a turn that comes with its entry', () => {
    const together = (activityId: string, rest: Partial<TurnCommit> = {}): TurnCommit =>
      turn(0, {
        answers: entry(activityId, { repeatKey: `web:${activityId}` }),
        messages: [{ id: activityId, author: 'person', activity: { text: 'bonjour' } }],
        events: [],
        ...rest,
      });

    test('keeps both: nothing waits, and the entry is known when it comes again', async () => {
      expect(await store.commitTurn(together('a1'), 0)).toBe('committed');
      expect(await seqs('c1')).toEqual([1]);
      expect(await waiting()).toEqual([]);
      const again = await store.acceptActivity(entry('a2', { repeatKey: 'web:a1' }));
      expect(again).toEqual({ kind: 'repeat', activityId: 'a1' });
    });

    test('is a repeat and writes nothing where the entry is known', async () => {
      await store.commitTurn(together('a1'), 0);
      const again = together('a2', { answers: entry('a2', { repeatKey: 'web:a1' }) });
      expect(await store.commitTurn(again, 1)).toBe('repeat');
      expect(await store.loadConversation('c1')).toMatchObject({ version: 1, lastSeq: 1 });
    });

    test('keeps no entry after a conflict', async () => {
      await store.commitTurn(together('a1'), 0);
      expect(await store.commitTurn(together('a2'), 0)).toBe('conflict');
      expect(await store.acceptActivity(entry('a3', { repeatKey: 'web:a2' }))).toMatchObject({ kind: 'accepted' });
    });

    test('is one of several that come at once under one key, kept with their answers or before them', async () => {
      const [kept, ...turns] = await Promise.all([
        store.acceptActivity(entry('a1', { repeatKey: 'web:k' })),
        store.commitTurn(together('a2', { answers: entry('a2', { repeatKey: 'web:k' }) }), 0),
        store.commitTurn(together('a3', { answers: entry('a3', { repeatKey: 'web:k' }) }), 0),
      ]);
      expect([kept.kind, ...turns].filter((outcome) => outcome !== 'repeat')).toHaveLength(1);
    });

    test('may be written while nothing of its conversation waits', async () => {
      expect(await store.comesFirst({ conversationId: 'c1' })).toBe(true);
      const place = await accept('a1');
      expect(await store.comesFirst({ conversationId: 'c1' })).toBe(false);
      expect(await store.comesFirst({ conversationId: 'c2' })).toBe(true);
      await store.commitTurn(turn(place), 0);
      expect(await store.comesFirst({ conversationId: 'c1' })).toBe(true);
    });
  });

  test('of turns that are written at the same moment one that fails undoes no other', async () => {
    const taken = turn(await accept('a1'));
    await store.commitTurn(taken, 0);
    const inSecond = await accept('a2', { conversationId: 'c2' });
    const inThird = await accept('a3', { conversationId: 'c3' });
    const failing = turn(await accept('a4', { conversationId: 'c4' }), { conversationId: 'c4', events: taken.events });
    const outdated = turn(await accept('a5'));
    const [second, fourth, stale, third] = await Promise.allSettled([
      store.commitTurn(turn(inSecond, { conversationId: 'c2' }), 0),
      store.commitTurn(failing, 0),
      store.commitTurn(outdated, 0),
      store.commitTurn(turn(inThird, { conversationId: 'c3' }), 0),
    ]);
    expect([second, stale, third].map((outcome) => outcome.status === 'fulfilled' && outcome.value)).toEqual([
      'committed',
      'conflict',
      'committed',
    ]);
    expect(fourth.status).toBe('rejected');
    expect(await waiting()).toEqual(['a4', 'a5']);
    expect(await seqs('c2')).toEqual([1, 2]);
    expect(await seqs('c3')).toEqual([1, 2]);
    expect(await seqs('c4')).toEqual([]);
  });

  describe('the transcript', () => {
    test('is told after a watermark', async () => {
      await store.commitTurn(turn(await accept('a1')), 0);
      await store.commitTurn(turn(await accept('a2')), 1);
      expect(await seqs('c1', 0)).toEqual([1, 2, 3, 4]);
      expect(await seqs('c1', 2)).toEqual([3, 4]);
      expect(await seqs('c1', 3)).toEqual([4]);
      expect(await seqs('c1', 4)).toEqual([]);
      expect(await seqs('c1', 99)).toEqual([]);
    });

    test('of one conversation holds no message of another; each counts from 1', async () => {
      const first = await accept('a1');
      const second = await accept('a2', { conversationId: 'c2' });
      const third = await accept('a3');
      await store.commitTurn(turn(first), 0);
      await store.commitTurn(turn(second, { conversationId: 'c2', state: 'of c2' }), 0);
      await store.commitTurn(turn(third), 1);
      const ids = async (id: string) => (await store.transcript(id, 0)).map((message) => [message.seq, message.id]);
      expect(await ids('c1')).toEqual([
        [1, `m${first}-person`],
        [2, `m${first}-bot`],
        [3, `m${third}-person`],
        [4, `m${third}-bot`],
      ]);
      expect(await ids('c2')).toEqual([
        [1, `m${second}-person`],
        [2, `m${second}-bot`],
      ]);
      expect(await ids('c3')).toEqual([]);
      expect((await store.loadConversation('c2'))?.state).toBe('of c2');
    });
  });

  test('what was written comes back: accents, emoji, quotes, nesting, empty values', async () => {
    const value = {
      text: "L'été « 36\u00a046 » 👩‍⚕️🇫🇷 \"'; drop table messages; --\n\t\\",
      list: [1, 0.1, -0, null, true, false, [], {}],
      deep: { a: { b: { c: [{ d: '' }] } } },
    };
    const back = { ...value, list: [1, 0.1, 0, null, true, false, [], {}] };
    const place = await accept('👋', { activity: value });
    expect((await waitingEntries(store))[0]).toMatchObject({ activityId: '👋', activity: back });
    await store.commitTurn(
      turn(place, { state: value, messages: [{ id: 'm', author: 'advisor', activity: value }] }),
      0,
    );
    expect((await store.loadConversation('c1'))?.state).toEqual(back);
    expect(await store.transcript('c1', 0)).toMatchObject([{ author: 'advisor', activity: back }]);
  });

  describe('forgetting repeat keys', () => {
    async function answered(activityId: string, moment: Date, version: number) {
      const place = await accept(activityId, { repeatKey: `web:${activityId}` });
      await store.commitTurn(turn(place, { at: moment }), version);
    }
    const comesAgain = async (activityId: string) =>
      (await store.acceptActivity(entry(`${activityId}-again`, { repeatKey: `web:${activityId}` }))).kind;

    test('forgets what was answered before the moment, and nothing else', async () => {
      await answered('before', at('08:59:59.999'), 0);
      await answered('then', at('09:00:00.000'), 1);
      await answered('after', at('09:00:00.001'), 2);
      await store.forgetRepeatKeys(at('09:00:00.000'));
      expect(await comesAgain('before')).toBe('accepted');
      expect(await comesAgain('then')).toBe('repeat');
      expect(await comesAgain('after')).toBe('repeat');
    });

    test('never forgets what still waits, however old', async () => {
      await accept('old', { repeatKey: 'web:old', receivedAt: new Date('2020-01-01T00:00:00Z') });
      await store.forgetRepeatKeys(at('09:00:00.000'));
      expect(await waiting()).toEqual(['old']);
      expect(await comesAgain('old')).toBe('repeat');
    });

    test('keeps the transcript, and lets a forgotten key be answered anew', async () => {
      await answered('a1', at('08:00:00.000'), 0);
      await store.forgetRepeatKeys(at('09:00:00.000'));
      expect(await seqs('c1')).toEqual([1, 2]);
      const place = await accept('a1', { repeatKey: 'web:a1' });
      expect(await store.commitTurn(turn(place), 1)).toBe('committed');
      expect(await seqs('c1')).toEqual([1, 2, 3, 4]);
    });
  });

  test('answers while it can be read, and not when it is closed', async () => {
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
    await expect(store.ping()).rejects.toThrow();
  });
});
