import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from './arrivals';
import type { Door } from './door';
import { postJson } from './post-json';

const CONVERSATION_PATH = /^\/v3\/conversations\/([^/]+)\/activities/;

/** Talks as the Bot Framework's service does: a POST to `/api/messages`, the answer comes to a connector, here a stub that takes
 *  everything. Answers of one conversation come in its order, so they need no other key. */
export async function openBotFramework(address: string): Promise<Door> {
  const arrivals = new Arrivals();
  const connector = createServer((request, response) => {
    const conversationId = CONVERSATION_PATH.exec(request.url ?? '')?.[1];
    request.resume().once('end', () => {
      if (conversationId) arrivals.arrived(decodeURIComponent(conversationId));
      response.setHeader('Content-Type', 'application/json');
      response.end('{"id":"taken"}');
    });
  }).listen(0, '127.0.0.1');
  await once(connector, 'listening');
  const serviceUrl = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
  let last = 0;
  return {
    async say(conversation, text) {
      const conversationId = `conversation-${conversation}`;
      const activity = activityOf(conversationId, text, serviceUrl, `activity-${++last}`);
      const sent = performance.now();
      const answered = arrivals.next(conversationId);
      const [at] = await Promise.all([answered, postJson(`${address}/api/messages`, activity)]);
      return at - sent;
    },
    async close() {
      connector.closeAllConnections();
      connector.close();
    },
  };
}

function activityOf(conversationId: string, text: string, serviceUrl: string, id: string): object {
  return {
    type: 'message',
    id,
    channelId: 'emulator',
    serviceUrl,
    from: { id: 'person', name: '' },
    recipient: { id: 'bot', name: '' },
    conversation: { id: conversationId },
    locale: 'fr-FR',
    textFormat: 'plain',
    text,
  };
}
