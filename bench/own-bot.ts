import pino from 'pino';
import { composeBot } from '../src/composition/bot';
import type { LoadedContent } from '../src/composition/content';
import type { Conversations } from '../src/conversation/conversations';
import type { Clock } from '../src/conversation/ports';
import { WorkerRecognizers } from '../src/conversation/recognizers';
import { systemIds } from '../src/conversation/system-ports';
import { createMetrics } from '../src/insights/metrics';
import { KyselyConversationStore } from '../src/storage/kysely-conversation-store';
import { KyselyTicketStore } from '../src/storage/kysely-ticket-store';
import { openDatabase } from '../src/storage/open-database';

export interface OwnBot {
  conversations: Conversations;
  close(): Promise<void>;
}

/** Our bot in this process as the server composes it, on a SQLite file of the folder, with the real content. A turn that fails
 *  is told in the log on stderr: an apology is quicker than an answer and must not be measured as one. */
export async function startOwnBot(content: LoadedContent, dataDirectory: string, clock: Clock): Promise<OwnBot> {
  const database = await openDatabase({ url: undefined, dataDirectory });
  const recognizers = new WorkerRecognizers();
  await recognizers.warmedUp();
  const conversations = composeBot(content, {
    store: new KyselyConversationStore(database.db),
    tickets: new KyselyTicketStore(database.db, database.reader),
    places: database.places,
    clock,
    ids: systemIds,
    log: pino({ level: 'error' }, pino.destination(2)),
    metrics: createMetrics(),
    recognizers,
    escalationAttempts: 2,
    fund: '*',
    demonstration: true,
    ticketKey: new TextEncoder().encode('a key of the benchmarks'),
  });
  return {
    conversations,
    async close() {
      await conversations.settled();
      await recognizers.stop();
      await database.close();
    },
  };
}

/** One message and the turn that answers it. */
export async function takeTurn(
  { conversations }: Pick<OwnBot, 'conversations'>,
  conversationId: string,
  text: string,
): Promise<void> {
  const activity = { type: 'message', text };
  const receipt = await conversations.accept({
    conversationId,
    channel: 'web',
    activity,
    repeatKey: `web:${conversationId}:${systemIds.uuid()}`,
    from: 'dl_bench',
  });
  if (receipt.kind === 'busy') throw new Error('the line is full');
  await receipt.answered;
}
