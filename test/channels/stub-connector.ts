import { createServer } from 'node:http';
import type { Activity } from 'botbuilder';
import express from 'express';

/** What the Bot Framework's connector is to a bot, on loopback: takes activities and remembers them. */
export interface StubConnector {
  serviceUrl: string;
  /** Activities that were taken, in order, with the conversation they were sent to. */
  taken: { conversationId: string; activity: Partial<Activity> }[];
  /** The next requests are refused with these, or left without an answer. */
  next: ({ status: number } | 'hang')[];
  stop(): Promise<void>;
}

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#send-to-conversation */
export async function startStubConnector(): Promise<StubConnector> {
  const taken: StubConnector['taken'] = [];
  const next: StubConnector['next'] = [];
  const app = express().use(express.json());
  app.post('/v3/conversations/:id/activities', (request, response) => {
    const fault = next.shift();
    if (fault === 'hang') return;
    if (fault) {
      response.status(fault.status).json({ error: { code: 'Refused', message: 'refused by the test' } });
      return;
    }
    taken.push({ conversationId: request.params.id, activity: request.body as Partial<Activity> });
    response.status(201).json({ id: `vendor-${taken.length}` });
  });
  const server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  return {
    serviceUrl: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    taken,
    next,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
