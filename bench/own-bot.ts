import pino from 'pino';
import type { Recognizers } from '../dialogs/ports';
import { composeBot } from '../src/composition/bot';
import { loadEverything, type LoadedContent } from '../src/composition/content';
import { storesOn } from '../src/composition/open-bot';
import type { Conversations } from '../src/conversation/conversations';
import type { Clock } from '../src/conversation/ports';
import { WorkerRecognizers } from '../src/conversation/recognizers';
import { systemIds } from '../src/conversation/system-ports';
import { createMetrics } from '../src/insights/metrics';
import type { Database } from '../src/storage/database';
import { ROOT } from './root';
import { MEASURED_ON } from './measured-on';

/** What every bot of a process shares. */
export interface Parts {
  content: LoadedContent;
  recognizers: Recognizers;
}

export interface OwnBot {
  conversations: Conversations;
  close(): Promise<void>;
}

/** Runs the task with the real content and with recognizers that are warm: their warming would be measured with the rest. */
export async function withParts<T>(task: (parts: Parts) => Promise<T>): Promise<T> {
  const recognizers = new WorkerRecognizers();
  const content = loadEverything(ROOT, MEASURED_ON);
  await recognizers.warmedUp();
  try {
    return await task({ content, recognizers });
  } finally {
    await recognizers.stop();
  }
}

/** Our bot in this process as the server composes it, on this database, which it closes at its end. A turn that fails is told in the log on
 *  stderr: an apology is quicker than an answer and must not be measured as one. */
export async function startOwnBot({ content, recognizers }: Parts, database: Database, clock: Clock): Promise<OwnBot> {
  const stores = storesOn(database);
  const conversations = composeBot(() => content, {
    store: stores.conversations,
    tickets: stores.tickets,
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
