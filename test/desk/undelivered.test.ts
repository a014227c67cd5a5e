import type { Kysely } from 'kysely';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyOutboxStore } from '../../src/storage/kysely-outbox-store';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { Tables } from '../../src/storage/tables';
import type { NewTicket } from '../../src/tickets/ticket';
import { faultsOf, wordsOf } from './browsing';
import { CAMILLE, REQUEST, startTestDesk, type TestDesk } from './test-desk';

const SECRET_WORDS = 'Votre mot de la conversation';
let db: Kysely<Tables>;
let outbox: KyselyOutboxStore;
let test: TestDesk;

beforeEach(async () => {
  db = await openSqlite(':memory:');
  outbox = new KyselyOutboxStore(db);
  test = await startTestDesk({ db });
});
afterEach(async () => {
  await test.stop();
  await db.destroy();
});

/** A message in a conversation of Teams that was tried so often and set aside; answers its id. */
async function setAside(conversationId: string, { tries = 1, error = 'NotDelivered: 403', fund = '' } = {}) {
  const store = new KyselyConversationStore(db);
  const receivedAt = test.clock.now();
  const entry = { conversationId, activityId: `${conversationId}-a`, repeatKey: null, channel: 'teams', activity: {} };
  const accepted = await store.acceptActivity({ ...entry, receivedAt });
  if (accepted.kind !== 'accepted') throw new Error('a repeat');
  const ticket: NewTicket = {
    ...{ id: `ticket of ${conversationId}`.replaceAll(' ', '-'), number: `26-${conversationId}-K`, codeHash: 'hash' },
    ...{ motive: 'retard-paiement', fund, urgent: false, promisedBy: null, request: REQUEST },
  };
  const id = `${conversationId}-m`;
  await store.commitTurn(
    {
      ...{ conversationId, channel: 'teams', answers: accepted.place, at: receivedAt, state: null },
      messages: [{ id, author: 'bot', activity: { text: SECRET_WORDS } }],
      ...{ events: [], tickets: fund === '' ? [] : [ticket], ticketMessages: [] },
    },
    0,
  );
  for (let tried = 1; tried < tries; tried++) await outbox.tryAgain(id, receivedAt, error);
  await outbox.setAside(id, error);
  return id;
}

const visit = async (path = '/desk/undelivered') => (await test.browserOf(CAMILLE)).get(path);

it('says so when there is none, and the other pages do not speak of it', async () => {
  const { html } = await visit();
  expect(wordsOf(html)).toContain("Aucun message n'a été mis de côté");
  expect(faultsOf(html)).toEqual([]);
  expect((await visit('/desk')).html).not.toContain('undelivered');
});

it('tells of each where, since when, how often, why, and for whom, but no word of it', async () => {
  await setAside('c1', { tries: 12, error: 'TimeoutError: <no answer>', fund: '931' });
  test.clock.forward(2 * 3_600_000);
  await setAside('c2');
  const { html } = await visit();
  expect(faultsOf(html)).toEqual([]);
  expect(wordsOf(html)).toMatch(
    /Demande 26-c1-K La messagerie ne répondait pas, .* \(envois : 12\)\. Messagerie : Microsoft Teams Écrit il y a 2 h Détail technique : TimeoutError: <no answer> Envoyer de nouveau/,
  );
  expect(html).toContain('href="/desk/tickets/ticket-of-c1"');
  expect(wordsOf(html)).toMatch(/Conversation sans demande La messagerie a refusé ce message \(envois : 1\)/);
  expect(html).not.toContain(SECRET_WORDS);
  expect(html.indexOf('c1-m')).toBeLessThan(html.indexOf('c2-m'));
});

it('is counted on the queue and on a ticket’s page', async () => {
  const ticket = await test.writeTicket();
  await setAside('c1');
  await setAside('c2');
  for (const path of ['/desk', `/desk/tickets/${ticket}`]) {
    const { html } = await visit(path);
    expect(wordsOf(html)).toContain('Messages non remis (2)');
    expect(faultsOf(html)).toEqual([]);
  }
});

it('sends one again, once, and wakes the delivery', async () => {
  const id = await setAside('c1', { tries: 12 });
  await setAside('c2');
  const browser = await test.browserOf(CAMILLE);
  const first = await browser.post(`/desk/undelivered/${id}/send-again`);
  expect([first.status, first.headers.get('location')]).toEqual([303, '/desk/undelivered?done=sent-again']);
  expect(test.woken).toHaveLength(1);
  const { html } = await browser.get('/desk/undelivered?done=sent-again');
  expect(wordsOf(html)).toMatch(/Messages non remis \(1\).* Le message repart/);
  expect(html).not.toContain(id);
  const now = test.clock.now();
  expect(await outbox.claim(now, now, 10)).toEqual([expect.objectContaining({ id, tries: 0 })]);

  const second = await browser.post(`/desk/undelivered/${id}/send-again`);
  expect(second.headers.get('location')).toBe('/desk/undelivered?done=settled');
  expect(test.woken).toHaveLength(1);
  expect(wordsOf((await browser.get('/desk/undelivered?done=settled')).html)).toContain("Rien n'a été changé");
});

it('of another fund names no request that this desk may not open', async () => {
  await setAside('c1', { fund: '751' });
  await test.stop();
  test = await startTestDesk({ db, fund: '931', advisors: [] });
  const { html } = await visit();
  expect(html).not.toContain('26-c1-K');
  expect(wordsOf(html)).toContain('Conversation sans demande');
});

it('is for advisors, and by our own forms only', async () => {
  const id = await setAside('c1');
  const path = `/desk/undelivered/${id}/send-again`;
  expect((await test.newBrowser().get('/desk/undelivered')).status).toBe(303);
  expect((await test.newBrowser().post(path)).status).toBe(401);
  const elsewhere = { Origin: 'https://elsewhere.example' };
  expect((await (await test.browserOf(CAMILLE)).post(path, {}, elsewhere)).status).toBe(403);
  expect(await outbox.countSetAside()).toBe(1);
  expect(test.woken).toEqual([]);
});
