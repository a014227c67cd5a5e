import { clientActivityId } from '../../src/conversation/incoming';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyTicketStore } from '../../src/storage/kysely-ticket-store';
import { testedDatabases } from '../storage/databases';
import { acceptAndAnswer, loadRealContent, startTestBot } from './harness';

const CONVERSATION = '11111111-0000-4000-8000-000000000001';
const TICKET = {
  ...{ id: 't1', number: '26-4827-1593-E', codeHash: 'hash', motive: 'attestation', fund: null, urgent: false },
  promisedBy: null,
  request: {
    ...{ subject: 's', message: 'm', name: 'Léa Noël', postcode: '93200', failures: [], showConversation: true },
    reach: { kind: 'none' } as const,
  },
};

/** PostgreSQL refuses a text with a NUL character in it. What a person adds to a ticket and the client's name of a message
 *  stand in columns of their own, not in JSON, which would hide it. */
describe.each(testedDatabases())('a NUL character from a person, on $name', (database) => {
  beforeAll(() => database.start());
  afterAll(() => database.stop());

  it('is left out of what is kept, and the message is answered', async () => {
    const db = await database.open();
    const store = new KyselyConversationStore(db);
    const tickets = new KyselyTicketStore(db);
    const bot = await startTestBot(loadRealContent(), '2026-11-22T09:00:00Z', { store, tickets });
    const say = (activity: Record<string, unknown>) => {
      const clientId = clientActivityId(activity);
      const repeatKey = clientId === undefined ? null : `web:${CONVERSATION}:${clientId}`;
      const incoming = { conversationId: CONVERSATION, channel: 'web', from: 'user', repeatKey };
      return acceptAndAnswer(bot, { ...incoming, activity: { type: 'message', ...activity } });
    };
    await say({ text: 'bon\0jour' });
    const at = bot.clock.now();
    const opening = await store.acceptActivity({
      ...{ conversationId: CONVERSATION, activityId: 'a', repeatKey: null, channel: 'web', activity: {} },
      receivedAt: at,
    });
    if (opening.kind !== 'accepted') throw new Error('a repeat');
    const { version, state } = (await store.loadConversation(CONVERSATION)) ?? { version: 0, state: null };
    const turn = { conversationId: CONVERSATION, channel: 'web', answers: opening.place, at, state };
    await store.commitTurn({ ...turn, messages: [], events: [], tickets: [TICKET], ticketMessages: [] }, version);

    const channelData = { clientActivityID: '\0name\0' };
    const first = await say({ text: 'Un mot\0 pour le dossier', channelData });
    expect(await say({ text: 'encore', channelData })).toBe(first);
    await say({ text: 'Pour votre conseiller' });

    expect((await tickets.thread('t1')).map(({ text }) => text)).toEqual(['Un mot pour le dossier']);
    expect(JSON.stringify(await store.transcript(CONVERSATION, 0))).not.toContain('\\u0000');
    await database.close(db);
  });

  it('alone is no name of a message', () => {
    expect(clientActivityId({ channelData: { clientActivityID: '\0' } })).toBeUndefined();
  });
});
