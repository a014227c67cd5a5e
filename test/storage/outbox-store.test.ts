import type { Kysely } from 'kysely';
import { KyselyAddressStore } from '../../src/storage/kysely-address-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyOutboxStore } from '../../src/storage/kysely-outbox-store';
import type { OutboxStore } from '../../src/storage/outbox-store';
import type { Tables } from '../../src/storage/tables';
import { testedDatabases } from './databases';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 9, 0, seconds));
const MANY = 100;

/** Every outbox keeps these promises, on every database. */
describe.each(testedDatabases())('the outbox on $name', (database) => {
  let db: Kysely<Tables>;
  let outbox: OutboxStore;

  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => {
    db = await database.open();
    outbox = new KyselyOutboxStore(db);
  });
  afterEach(() => database.close(db));

  /** A turn of a vendor's channel that says so many things, named `c1-1`, `c1-2` …, due at once. */
  async function say(conversationId: string, count: number, { channel = 'teams', seconds = 0 } = {}): Promise<void> {
    const store = new KyselyConversationStore(db);
    const { version = 0, lastSeq = 0 } = (await store.loadConversation(conversationId)) ?? {};
    const accepted = await store.acceptActivity({
      ...{ conversationId, channel, repeatKey: null, activity: {}, receivedAt: at(seconds) },
      activityId: `${conversationId}-asked-${version}`,
    });
    if (accepted.kind !== 'accepted') throw new Error('a repeat');
    const messages = Array.from({ length: count }, (_, index) => {
      const id = `${conversationId}-${lastSeq + index + 1}`;
      return { id, author: 'bot' as const, activity: { text: id } };
    });
    const turn = { conversationId, channel, answers: accepted.place, at: at(seconds), state: null, messages };
    const outcome = await store.commitTurn({ ...turn, events: [], tickets: [], ticketMessages: [] }, version);
    if (outcome !== 'committed') throw new Error(outcome);
  }

  const claim = async (now: number, until = now + 30, limit = MANY) =>
    (await outbox.claim(at(now), at(until), limit)).map(({ id }) => id).sort();

  test('holds what a turn says on a vendor’s channel, and nothing of the web', async () => {
    await say('c1', 2);
    await say('c2', 1, { channel: 'web' });
    expect(await outbox.nextDueAt()).toEqual(at(0));
    expect(await claim(0)).toEqual(['c1-1']);
  });

  test('gives the message with its conversation’s address and how often it was tried', async () => {
    await say('c1', 1);
    const address = { channel: 'teams', externalId: 'a:1', reference: { serviceUrl: 'http://localhost:1' } };
    expect(await new KyselyAddressStore(db).resolve(address, 'c1')).toBe('c1');
    expect(await outbox.claim(at(0), at(30), MANY)).toEqual([
      {
        ...{ id: 'c1-1', conversationId: 'c1', channel: 'teams', tries: 0 },
        ...{ activity: { text: 'c1-1' }, reference: address.reference },
      },
    ]);
  });

  test('gives the first of each conversation, and the next when that has left', async () => {
    await say('c1', 3);
    await say('c2', 1);
    expect(await claim(0)).toEqual(['c1-1', 'c2-1']);
    expect(await claim(1)).toEqual([]);
    expect(await outbox.delivered({ id: 'c1-1', conversationId: 'c1' })).toBe('more');
    expect(await outbox.delivered({ id: 'c2-1', conversationId: 'c2' })).toBe('none');
    expect(await claim(1)).toEqual(['c1-2']);
  });

  test('gives no more than it is asked for, what is due first before the rest', async () => {
    await say('late', 1, { seconds: 5 });
    await say('early', 1, { seconds: 1 });
    expect(await claim(9, 39, 1)).toEqual(['early-1']);
    expect(await claim(9, 39, 1)).toEqual(['late-1']);
  });

  test('gives nothing before it is due', async () => {
    await say('c1', 1, { seconds: 10 });
    expect(await claim(9)).toEqual([]);
    expect(await claim(10)).toEqual(['c1-1']);
  });

  test('keeps a message for whoever has its lease, until that is past', async () => {
    await say('c1', 1);
    expect(await claim(0, 30)).toEqual(['c1-1']);
    expect(await claim(29)).toEqual([]);
    expect(await claim(30)).toEqual(['c1-1']);
  });

  test('never gives one message to two who claim at once, and gives all of them', async () => {
    const conversations = Array.from({ length: 20 }, (_, index) => `c${index}`);
    for (const conversation of conversations) await say(conversation, 2);
    const claims = await Promise.all([1, 2, 3, 4].map(() => claim(0, 30, 7)));
    const claimed = claims.flat();
    expect(new Set(claimed).size).toBe(claimed.length);
    const rest = await claim(0);
    expect([...claimed, ...rest].sort()).toEqual(conversations.map((id) => `${id}-1`).sort());
  });

  test('gives it again when it was not delivered, at its time and not before, with its tries counted', async () => {
    await say('c1', 2);
    await claim(0);
    await outbox.tryAgain('c1-1', at(8), 'refused');
    expect(await outbox.nextDueAt()).toEqual(at(0));
    // What stands behind it is due, and waits all the same.
    expect(await claim(7)).toEqual([]);
    const [again] = await outbox.claim(at(8), at(38), MANY);
    expect(again).toMatchObject({ id: 'c1-1', tries: 1 });
  });

  test('sets a message aside for a person to see, and gives what stands behind it', async () => {
    await say('c1', 2);
    await claim(0);
    await outbox.setAside('c1-1', 'the vendor answered 403');
    expect(await outbox.allSetAside(MANY)).toEqual([
      {
        ...{ id: 'c1-1', conversationId: 'c1', channel: 'teams', tries: 1 },
        ...{ error: 'the vendor answered 403', createdAt: at(0) },
      },
    ]);
    expect(await claim(1)).toEqual(['c1-2']);
  });

  test('sends again what was set aside, once and from the beginning', async () => {
    await say('c1', 1);
    await claim(0);
    await outbox.setAside('c1-1', 'refused');
    expect(await outbox.sendAgain('c1-1', at(60))).toBe(true);
    expect(await outbox.sendAgain('c1-1', at(60))).toBe(false);
    expect(await outbox.allSetAside(MANY)).toEqual([]);
    expect(await claim(59)).toEqual([]);
    expect(await outbox.claim(at(60), at(90), MANY)).toMatchObject([{ id: 'c1-1', tries: 0 }]);
    expect(await outbox.sendAgain('c1-1', at(61))).toBe(false);
  });

  test('is empty when all has left', async () => {
    await say('c1', 1);
    await outbox.delivered({ id: 'c1-1', conversationId: 'c1' });
    expect(await outbox.nextDueAt()).toBeUndefined();
    expect(await outbox.sendAgain('c1-1', at(1))).toBe(false);
  });
});
