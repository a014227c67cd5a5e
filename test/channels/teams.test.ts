import { createServer } from 'node:http';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import express from 'express';
import pino from 'pino';
import { createTeams } from '../../src/channels/teams/teams';
import { TEAMS } from '../../src/channels/teams/teams-door';
import { Delivery } from '../../src/conversation/delivery';
import { systemIds } from '../../src/conversation/system-ports';
import { KyselyAddressStore } from '../../src/storage/kysely-address-store';
import { KyselyOutboxStore } from '../../src/storage/kysely-outbox-store';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import { loadRealContent, startTestBot } from '../conversation/harness';
import { startStubConnector, type StubConnector } from './stub-connector';
import { waitFor } from './wait-for';

const content = loadRealContent();

/** The door as the server has it: inbox, turn, outbox, connector. */
async function startTeamsBot() {
  const db = await openSqlite(':memory:');
  const { conversations, clock, store } = await startTestBot(content, '2026-11-23T10:00:00+01:00', { db });
  const teams = createTeams();
  const delivery = new Delivery({
    ...{ outbox: new KyselyOutboxStore(db), couriers: { [TEAMS]: teams.courier } },
    ...{ clock, ids: systemIds, log: pino({ level: 'silent' }), bringLimitMs: 500 },
  });
  conversations.onCommit(() => delivery.wake());
  const door = teams.door({ conversations, addresses: new KyselyAddressStore(db), ids: systemIds });
  const server = createServer(express().use('/api/messages', door));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/api/messages`,
    outbox: new KyselyOutboxStore(db),
    async forward(milliseconds: number) {
      clock.forward(milliseconds);
      delivery.wake();
      await delivery.settled();
    },
    async settled() {
      await conversations.settled();
      await delivery.settled();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await conversations.settled();
      await delivery.stop();
      await store.close();
    },
  };
}

let connector: StubConnector;
let bot: Awaited<ReturnType<typeof startTeamsBot>>;

beforeEach(async () => {
  [connector, bot] = await Promise.all([startStubConnector(), startTeamsBot()]);
});
afterEach(async () => {
  await bot.stop();
  await connector.stop();
});

/** As the connector sends a message to a bot. */
const activity = (text: string, rest: object = {}) => ({
  ...{ type: 'message', id: 'vendor-message-1', channelId: 'msteams', serviceUrl: connector.serviceUrl, text },
  conversation: { id: 'a:1', tenantId: 'tenant' },
  from: { id: '29:person', name: 'Camille Durand' },
  recipient: { id: '28:bot', name: 'Guichet' },
  ...rest,
});

async function send(body: unknown, headers: Record<string, string> = {}): Promise<number> {
  const init = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  };
  return (await fetch(bot.address, init)).status;
}

it('the stub takes what the vendor’s own client sends', async () => {
  const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: connector.serviceUrl });
  const sent = await client.conversations.sendToConversation('a:1', { type: 'message', text: 'bonjour' });
  expect(sent.id).toBe('vendor-1');
  expect(connector.taken).toMatchObject([{ conversationId: 'a:1', activity: { text: 'bonjour' } }]);
});

describe('a message', () => {
  it('gets one answer at the connector, from the bot to the person', async () => {
    expect(await send(activity("j'ai perdu ma carte vitale"))).toBe(200);
    await waitFor('the answer', () => connector.taken.length > 0);
    await bot.settled();
    expect(connector.taken).toHaveLength(1);
    expect(connector.taken[0]).toMatchObject({
      conversationId: 'a:1',
      activity: { type: 'message', from: { id: '28:bot' }, recipient: { id: '29:person' }, textFormat: 'markdown' },
    });
    expect(connector.taken[0]?.activity.text).toContain('Carte Vitale perdue ou volée');
    expect(connector.taken[0]?.activity.suggestedActions?.actions.length).toBeGreaterThan(1);
  });

  it('sent three times at once is answered once', async () => {
    const same = activity('merci');
    expect(await Promise.all([send(same), send(same), send(same)])).toEqual([200, 200, 200]);
    await bot.settled();
    expect(await send(same)).toBe(200);
    await bot.settled();
    expect(connector.taken).toHaveLength(1);
  });

  it('of another conversation is another, though the vendor gave both one id', async () => {
    await send(activity('merci'));
    await send(activity('merci', { conversation: { id: 'a:2' } }));
    await bot.settled();
    expect(connector.taken.map(({ conversationId }) => conversationId).sort()).toEqual(['a:1', 'a:2']);
  });

  it('finds its answer later where the connector was down, in order', async () => {
    connector.next.push({ status: 503 }, 'hang');
    await send(activity('bonjour'));
    await bot.settled();
    await send(activity('merci', { id: 'vendor-message-2' }));
    await bot.settled();
    expect(connector.taken).toEqual([]);
    await bot.forward(1_000);
    expect(connector.taken).toEqual([]);
    await bot.forward(2_000);
    expect(connector.taken).toHaveLength(2);
    expect(connector.taken[1]?.activity.text).toContain('plaisir');
  });

  it('whose conversation is gone is set aside at once', async () => {
    connector.next.push({ status: 404 });
    await send(activity('merci'));
    await bot.settled();
    expect(await bot.outbox.allSetAside(10)).toMatchObject([{ channel: TEAMS, tries: 1 }]);
  });
});

describe('without an app id it serves this machine alone', () => {
  it.each([
    ['a service address elsewhere', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
    ['one that only looks like this machine', { serviceUrl: 'http://localhost.example.org:80' }],
    ['one with another name before an @', { serviceUrl: 'http://localhost@example.org' }],
    ['none at all', { serviceUrl: undefined }],
  ])('refuses %s', async (_, rest) => {
    expect(await send(activity('merci', rest))).toBe(403);
  });

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
    'refuses a request with %s: a proxy speaks for others',
    async (header) => {
      expect(await send(activity('merci'), { [header]: '203.0.113.7' })).toBe(403);
      await bot.settled();
      expect(connector.taken).toEqual([]);
    },
  );
});
