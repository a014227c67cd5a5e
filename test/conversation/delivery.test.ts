import pino from 'pino';
import { type Courier, NotDelivered } from '../../src/conversation/courier';
import { Delivery } from '../../src/conversation/delivery';
import { TRIES_LIMIT } from '../../src/conversation/retry';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyOutboxStore } from '../../src/storage/kysely-outbox-store';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { OutgoingMessage } from '../../src/storage/outbox-store';
import { countingIds, TestClock } from './harness';

const MANY = 100;

/** A vendor of the test: does with a message what it is told to, and remembers what it took. */
class TestCourier implements Courier {
  readonly taken: string[] = [];
  readonly tried: string[] = [];
  private readonly faults = new Map<string, (signal: AbortSignal) => Promise<void>>();

  /** From now on this message meets with that; without `fault` it is taken again. */
  meets(id: string, fault?: (signal: AbortSignal) => Promise<void>): void {
    if (fault) this.faults.set(id, fault);
    else this.faults.delete(id);
  }

  async bring({ id }: OutgoingMessage, signal: AbortSignal): Promise<void> {
    this.tried.push(id);
    await this.faults.get(id)?.(signal);
    this.taken.push(id);
  }
}

const refuses = (error: Error) => () => Promise.reject(error);
const hangs = () => new Promise<void>(() => undefined);

async function startDelivery({ bringLimitMs = 10_000 } = {}) {
  const db = await openSqlite(':memory:');
  const clock = new TestClock(new Date('2026-11-23T10:00:00Z'));
  const outbox = new KyselyOutboxStore(db);
  const courier = new TestCourier();
  // Without luck in them the delays are 1, 2, 4 … seconds.
  const ids = { ...countingIds(), digits: (count: number) => '0'.repeat(count) };
  const log = pino({ level: 'silent' });
  const delivery = new Delivery({ outbox, couriers: { teams: courier }, clock, ids, log, bringLimitMs });
  const store = new KyselyConversationStore(db);
  return {
    outbox,
    courier,
    delivery,
    /** A turn that says so many things, named `c1-1`, `c1-2` … */
    async say(conversationId: string, count = 1, channel = 'teams') {
      const entry = { conversationId, channel, activityId: `${conversationId}-asked`, repeatKey: null, activity: {} };
      const accepted = await store.acceptActivity({ ...entry, receivedAt: clock.now() });
      if (accepted.kind !== 'accepted') throw new Error('a repeat');
      const messages = Array.from({ length: count }, (_, index) => {
        return { id: `${conversationId}-${index + 1}`, author: 'bot' as const, activity: {} };
      });
      const turn = { conversationId, channel, answers: accepted.place, at: clock.now(), state: null, messages };
      await store.commitTurn({ ...turn, events: [], tickets: [], ticketMessages: [] }, 0);
    },
    /** Time passes, and all that is due is tried. */
    async after(milliseconds: number) {
      clock.forward(milliseconds);
      delivery.wake();
      await delivery.settled();
    },
    async stop() {
      await delivery.stop();
      await db.destroy();
    },
  };
}

let running: Awaited<ReturnType<typeof startDelivery>>;

beforeEach(async () => {
  running = await startDelivery();
});
afterEach(() => running.stop());

it('brings the messages of a conversation in their order, and forgets what has arrived', async () => {
  await running.say('c1', 5);
  await running.after(0);
  expect(running.courier.taken).toEqual(['c1-1', 'c1-2', 'c1-3', 'c1-4', 'c1-5']);
  expect(await running.outbox.nextDueAt()).toBeUndefined();
});

it('tries again after 1, 2 and 4 seconds, holds back what stands behind, and lets others pass', async () => {
  const { courier } = running;
  courier.meets('c1-1', refuses(new Error('refused')));
  await running.say('c1', 2);
  await running.say('c2', 1);
  await running.after(0);
  expect(courier.taken).toEqual(['c2-1']);
  const triedBy = async (milliseconds: number) => {
    await running.after(milliseconds);
    return courier.tried.filter((id) => id === 'c1-1').length;
  };
  expect(await triedBy(999)).toBe(1);
  expect(await triedBy(1)).toBe(2);
  expect(await triedBy(1_999)).toBe(2);
  expect(await triedBy(1)).toBe(3);
  courier.meets('c1-1');
  expect(await triedBy(4_000)).toBe(4);
  expect(courier.taken).toEqual(['c2-1', 'c1-1', 'c1-2']);
});

it('sets a message aside after twelve tries, goes on behind it, and sends it again when told', async () => {
  const { courier, outbox, delivery } = running;
  courier.meets('c1-1', refuses(new Error('refused')));
  await running.say('c1', 2);
  for (let tries = 0; tries < TRIES_LIMIT + 3; tries++) await running.after(5 * 60_000);
  expect(courier.tried.filter((id) => id === 'c1-1')).toHaveLength(TRIES_LIMIT);
  expect(await outbox.allSetAside(MANY)).toMatchObject([{ id: 'c1-1', tries: TRIES_LIMIT, error: 'Error: refused' }]);
  expect(courier.taken).toEqual(['c1-2']);
  courier.meets('c1-1');
  expect(await outbox.sendAgain('c1-1', new Date(0))).toBe(true);
  delivery.wake();
  await delivery.settled();
  expect(courier.taken).toEqual(['c1-2', 'c1-1']);
});

it('sets aside at once what the vendor will never take', async () => {
  running.courier.meets('c1-1', refuses(new NotDelivered('the vendor answered 403', 'never')));
  await running.say('c1', 2);
  await running.after(0);
  expect(await running.outbox.allSetAside(MANY)).toMatchObject([{ id: 'c1-1', tries: 1 }]);
  expect(running.courier.taken).toEqual(['c1-2']);
});

it('comes back to a vendor who is busy when that said, not before', async () => {
  const { courier } = running;
  courier.meets('c1-1', refuses(new NotDelivered('the vendor answered 429', { inMs: 90_000 })));
  await running.say('c1');
  await running.after(0);
  courier.meets('c1-1');
  await running.after(89_999);
  expect(courier.taken).toEqual([]);
  await running.after(1);
  expect(courier.taken).toEqual(['c1-1']);
});

it('sets aside what belongs to a channel that this server has no door to, after all tries', async () => {
  await running.say('c1', 1, 'pigeon');
  for (let tries = 0; tries < TRIES_LIMIT; tries++) await running.after(5 * 60_000);
  expect(await running.outbox.allSetAside(MANY)).toMatchObject([{ id: 'c1-1', channel: 'pigeon' }]);
});

it('brings again what arrived and could not be marked: at least once, and the window is this one', async () => {
  const { courier, outbox } = running;
  const delivered = jest.spyOn(outbox, 'delivered').mockRejectedValueOnce(new Error('the database is gone'));
  await running.say('c1');
  await running.after(0);
  await running.after(1_000);
  expect(courier.taken).toEqual(['c1-1', 'c1-1']);
  expect(delivered).toHaveBeenCalledTimes(2);
  expect(await outbox.nextDueAt()).toBeUndefined();
});

it('leaves a message that could not even be marked as failed to its lease, then brings it', async () => {
  const { courier, outbox } = running;
  courier.meets('c1-1', refuses(new Error('refused')));
  jest.spyOn(outbox, 'tryAgain').mockRejectedValueOnce(new Error('the database is gone'));
  await running.say('c1');
  await running.after(0);
  courier.meets('c1-1');
  await running.after(29_999);
  expect(courier.taken).toEqual([]);
  await running.after(1);
  expect(courier.taken).toEqual(['c1-1']);
});

it('gives up a vendor who neither answers nor hears, and lets nobody wait behind them', async () => {
  await running.stop();
  running = await startDelivery({ bringLimitMs: 20 });
  const { courier } = running;
  // As many as are under way at once, and one more.
  for (let index = 0; index < 21; index++) {
    if (index < 20) courier.meets(`c${index}-1`, hangs);
    await running.say(`c${index}`);
  }
  await running.after(0);
  expect(courier.taken).toEqual(['c20-1']);
  expect(courier.tried).toHaveLength(21);
});

it('looks again by itself when the outbox could not be read', async () => {
  const { courier, outbox, delivery } = running;
  jest.spyOn(outbox, 'claim').mockRejectedValueOnce(new Error('the database is gone'));
  await running.say('c1');
  delivery.wake();
  await delivery.settled();
  expect(courier.taken).toEqual([]);
  delivery.wake();
  await delivery.settled();
  expect(courier.taken).toEqual(['c1-1']);
});

it('takes nothing more once it is stopped', async () => {
  await running.delivery.stop();
  await running.say('c1');
  await running.after(0);
  expect(running.courier.tried).toEqual([]);
});
