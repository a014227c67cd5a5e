import type { Kysely } from 'kysely';
import type { Tables } from '../../src/storage/tables';
import { testedDatabases } from '../storage/databases';
import { checkHistory, type Sent } from '../torture/check-history';
import { seededRandom } from '../../bench/seeded-random';
import { pick } from '../torture/pick';
import { loadRealContent, startTestBot } from './harness';

const content = loadRealContent();
const CONVERSATIONS = 10;
const MESSAGES_EACH = 12;
const COPIES = 3;
/** So many of all sendings come at another moment than their turn. */
const REORDERED = 0.1;
const TEXTS = ["j'ai perdu ma carte vitale", 'non', 'oui', 'merci', 'azerty qsdf wxcv', 'comment changer mon rib'];

interface Sending {
  conversationId: string;
  clientId: string;
  text: string;
}

/** Every message three times in a row, then one in ten of them moved anywhere behind or before. */
function sendings(random: () => number): Sending[] {
  const all: Sending[] = [];
  for (let place = 0; place < MESSAGES_EACH; place++) {
    for (let c = 0; c < CONVERSATIONS; c++) {
      const message = { conversationId: `c${c}`, clientId: `c${c}-${place}`, text: pick(TEXTS, random) };
      all.push(...Array<Sending>(COPIES).fill(message));
    }
  }
  const moved = all.filter(() => random() < REORDERED);
  const rest = all.filter((sending) => !moved.includes(sending));
  for (const sending of moved) rest.splice(Math.floor(random() * rest.length), 0, sending);
  return rest;
}

describe.each(testedDatabases())('on $name', (database) => {
  let db: Kysely<Tables>;
  beforeAll(() => database.start());
  afterAll(() => database.stop());
  beforeEach(async () => (db = await database.open()));
  afterEach(() => database.close(db));

  it('every message sent three times, one in ten out of its turn, is answered once', async () => {
    const bot = await startTestBot(content, '2026-11-23T10:00:00+01:00', { db });
    const ids = new Map<string, Set<string>>();
    const receive = async ({ conversationId, clientId, text }: Sending) => {
      const receipt = await bot.conversations.accept({
        ...{ conversationId, channel: 'web', from: 'dl_test', repeatKey: `web:${conversationId}:${clientId}` },
        activity: { type: 'message', text, channelData: { clientActivityID: clientId } },
      });
      if (receipt.kind === 'busy') throw new Error('the line is full');
      ids.set(clientId, (ids.get(clientId) ?? new Set()).add(receipt.activityId));
      return receipt.answered;
    };
    const random = seededRandom(7);
    const waiting = sendings(random);
    // Some at the same moment, some after an answer.
    while (waiting.length > 0) await Promise.all(waiting.splice(0, 1 + Math.floor(random() * 12)).map(receive));

    expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
    for (let c = 0; c < CONVERSATIONS; c++) {
      const conversationId = `c${c}`;
      const mine = [...ids].filter(([clientId]) => clientId.startsWith(`${conversationId}-`));
      const sent = mine.map(([clientId, [id]]): Sent => ({ clientId, id, postedAt: 0 }));
      const transcript = (await bot.conversations.transcript(conversationId, 0)).map(
        ({ seq, id, author, activity }) => {
          const { channelData, replyToId } = activity as {
            channelData?: { clientActivityID?: string };
            replyToId?: string;
          };
          return { seq, id, author, clientId: channelData?.clientActivityID, replyToId };
        },
      );
      const kept = { conversationId, sent, transcript, readers: [], waiting: [], tickets: [], ticketEvents: 0 };
      expect(checkHistory(kept)).toEqual([]);
      expect(transcript).toHaveLength(2 * MESSAGES_EACH);
    }
  });
});
