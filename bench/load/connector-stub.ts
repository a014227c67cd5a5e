import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Arrivals } from './arrivals';

const CONVERSATION_PATH = /^\/v3\/conversations\/([^/]+)\/activities/;

export interface ConnectorStub {
  serviceUrl: string;
  /** By the id of the conversation. */
  arrivals: Arrivals;
}

/** Stands for the Bot Framework's connector: takes every reply, and tells that it came. */
export async function startConnector(): Promise<ConnectorStub> {
  const arrivals = new Arrivals();
  const server = createServer((request, response) => {
    const conversationId = CONVERSATION_PATH.exec(request.url ?? '')?.[1];
    request.resume().once('end', () => {
      if (conversationId) arrivals.arrived(decodeURIComponent(conversationId));
      response.setHeader('Content-Type', 'application/json');
      response.end('{"id":"taken"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrivals };
}
