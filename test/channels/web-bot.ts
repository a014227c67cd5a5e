import { resolve } from 'node:path';
import type { Kysely } from 'kysely';
import pino from 'pino';
import { createRateLimits } from '../../src/channels/web/rate-limits';
import { Tokens } from '../../src/channels/web/tokens';
import { createWebServer } from '../../src/channels/web/web-server';
import { webWords } from '../../src/composition/content';
import type { Conversations } from '../../src/conversation/conversations';
import { systemIds } from '../../src/conversation/system-ports';
import { createMetrics } from '../../src/insights/metrics';
import type { AttachmentStore } from '../../src/storage/attachment-store';
import type { ConversationStore } from '../../src/storage/conversation-store';
import type { Tables } from '../../src/storage/tables';
import type { TicketStore } from '../../src/storage/ticket-store';
import { type LoadedContent, startTestBot, type TestClock } from '../conversation/harness';

export interface WebBot {
  /** `http://127.0.0.1:port` */
  address: string;
  clock: TestClock;
  store: ConversationStore;
  tickets: TicketStore;
  /** For what no store tells. */
  db: Kysely<Tables>;
  attachments: AttachmentStore;
  conversations: Conversations;
  /** With this server's key: to make tokens that the server would not. */
  tokens: Tokens;
  stop(): Promise<void>;
}

export interface WebBotOptions {
  at?: string;
  rateLimit?: boolean;
  chatOrigins?: string[];
  /** The largest file that is taken. */
  megabytes?: number;
}

/** The bot behind its web server, in this process: a database in memory, a clock that the test moves, a free port. */
export async function startWebBot(content: LoadedContent, options: WebBotOptions = {}): Promise<WebBot> {
  const { at = '2026-11-23T10:00:00+01:00', rateLimit = false, megabytes = 1 } = options;
  const { conversations, store, clock, attachments, opinions, tickets, db } = await startTestBot(content, at);
  const tokens = new Tokens(new TextEncoder().encode('a key of thirty-two bytes at least'), clock);
  const web = createWebServer({
    conversations,
    tokens,
    limits: createRateLimits(rateLimit),
    ids: systemIds,
    clock,
    ...webWords(content.texts, megabytes),
    attachmentMaxMb: megabytes,
    attachments,
    opinions,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    ready: () => store.ping(),
    pages: resolve('src/channels/web/page'),
    // Any file will do: the bundle itself is at work in test/browser.
    widget: resolve('src/channels/web/widget/widget.tsx'),
    publicUrl: undefined,
    chatOrigins: options.chatOrigins ?? [],
    trustProxy: 0,
  });
  await new Promise<void>((listening) => web.server.listen(0, '127.0.0.1', listening));
  const bound = web.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}`,
    clock,
    attachments,
    tickets,
    db,
    store,
    conversations,
    tokens,
    async stop() {
      const closed = web.close();
      web.server.closeAllConnections();
      await closed;
      await conversations.settled();
      await store.close();
    },
  };
}
