import { randomUUID } from 'node:crypto';
import type { ConnectorStub } from './connector-stub';
import type { Door } from './door';
import { postJson } from './post-json';

/** Talks as the Bot Framework's service does: a POST to `/api/messages`, the answer comes to the connector. Answers of one
 *  conversation come in its order, so they need no other key. */
export function openBotFramework(address: string, { serviceUrl, arrivals }: ConnectorStub): Door {
  const people = randomUUID();
  let last = 0;
  return {
    async say(conversation, text) {
      const conversationId = `${people}-${conversation}`;
      const activity = activityOf(conversationId, text, serviceUrl, `activity-${++last}`);
      const sent = performance.now();
      const answered = arrivals.next(conversationId);
      const [at] = await Promise.all([answered, postJson(`${address}/api/messages`, activity)]);
      return at - sent;
    },
    close: () => undefined,
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
