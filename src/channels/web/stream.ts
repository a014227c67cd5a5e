import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Conversations } from '../../conversation/conversations';
import { activitySet, readWatermark } from './served-activity';
import type { Tokens } from './tokens';

/** Proxies drop a silent connection after a minute. */
const PING_EVERY_MS = 25_000;
const STREAM_PATH = /^\/directline\/conversations\/([^/]+)\/stream$/;

export interface Streams {
  /** Says goodbye on all streams; clients come back by themselves. */
  close(): void;
  /** Ends those that did not answer the goodbye. */
  end(): void;
}

/** The WebSocket side of Direct Line: each socket gets what comes after its watermark, in order. The transcript is the
 *  queue, the socket a hint: whatever is missed here is found by the next reading. */
export function serveStreams(server: Server, conversations: Conversations, tokens: Tokens): Streams {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1_024 });
  server.on('upgrade', (request, duplex, head) => {
    // Node takes its own listener away at an upgrade: a connection reset now would end the process.
    duplex.on('error', () => duplex.destroy());
    void upgrade(request, duplex, head).catch(() => duplex.destroy());
  });
  const pings = setInterval(() => sockets.clients.forEach((socket) => socket.ping()), PING_EVERY_MS);
  pings.unref();

  async function upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stream');
    const conversationId = STREAM_PATH.exec(url.pathname)?.[1];
    const checked = await tokens.check(url.searchParams.get('t') ?? '');
    if (checked.kind !== 'valid' || checked.grant.conversationId !== conversationId) {
      duplex.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const watermark = readWatermark(url.searchParams.get('watermark'));
    sockets.handleUpgrade(request, duplex, head, (socket) => follow(socket, conversationId, watermark, conversations));
  }

  return {
    close() {
      clearInterval(pings);
      sockets.clients.forEach((socket) => socket.close(1001));
      sockets.close();
    },
    end() {
      sockets.clients.forEach((socket) => socket.terminate());
    },
  };
}

/** Sends what is new now and after each commit, never two readings at once. */
function follow(socket: WebSocket, conversationId: string, from: number, conversations: Conversations): void {
  let watermark = from;
  let reading = Promise.resolve();
  const send = () => {
    reading = reading.then(async () => {
      const entries = await conversations.transcript(conversationId, watermark);
      if (entries.length === 0 || socket.readyState !== socket.OPEN) return;
      watermark = entries.at(-1)?.seq ?? watermark;
      socket.send(JSON.stringify(activitySet(entries, watermark)));
    });
    // The next hint, or the client's own reading, tries again.
    reading = reading.catch(() => undefined);
  };
  socket.on('close', conversations.watch(conversationId, send));
  // Clients send empty frames to see whether anybody is there; there is nothing to say to them.
  socket.on('message', () => undefined);
  socket.on('error', () => socket.terminate());
  send();
}
