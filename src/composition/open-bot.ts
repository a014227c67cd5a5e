import { mkdirSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Config, ConfigError } from '../config';
import type { Conversations } from '../conversation/conversations';
import { WorkerRecognizers } from '../conversation/recognizers';
import { systemClock, systemIds } from '../conversation/system-ports';
import { createMetrics, type Metrics } from '../insights/metrics';
import type { Database } from '../storage/database';
import { KyselyAddressStore } from '../storage/kysely-address-store';
import { KyselyAdvisorStore } from '../storage/kysely-advisor-store';
import { KyselyAttachmentStore } from '../storage/kysely-attachment-store';
import { KyselyConversationStore } from '../storage/kysely-conversation-store';
import { KyselyOpinionStore } from '../storage/kysely-opinion-store';
import { KyselyOutboxStore } from '../storage/kysely-outbox-store';
import { KyselyTicketStore } from '../storage/kysely-ticket-store';
import { openDatabase } from '../storage/open-database';
import { composeBot } from './bot';
import type { CurrentContent } from './current-content';
import { keyFor } from './keys';

/** The bot on its database, as the server and the terminal run it. */
export interface OpenBot {
  conversations: Conversations;
  database: Database;
  stores: Stores;
  metrics: Metrics;
  /** Ends what runs beside the turns and lets go of the database. The turns have ended by then. */
  close: () => Promise<void>;
}

export type Stores = ReturnType<typeof storesOn>;

/** Opens the database that the configuration names, bringing it to the newest schema. Rejects when it cannot. */
export async function openBot(config: Config, log: Logger, content: CurrentContent): Promise<OpenBot> {
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const database = await openDatabase({ url: config.DATABASE_URL, dataDirectory: config.DATA_DIR }).catch(notReached);
  const stores = storesOn(database);
  const metrics = createMetrics();
  const recognizers = new WorkerRecognizers();
  const conversations = composeBot(content, {
    store: stores.conversations,
    tickets: stores.tickets,
    places: database.places,
    clock: systemClock,
    ids: systemIds,
    log,
    metrics,
    recognizers,
    escalationAttempts: config.ESCALATION_ATTEMPTS,
    fund: config.FUND,
    demonstration: config.DEMONSTRATION === 'on',
    ticketKey: keyFor('ticket', { secret: config.SECRET_KEY, dataDirectory: config.DATA_DIR }),
  });
  return {
    ...{ conversations, database, stores, metrics },
    async close() {
      await recognizers.stop();
      await database.close();
    },
  };
}

/** Where the database is, or who may enter, is the operator's to mend; PostgreSQL's classes 28 and 3D say so, and the network. */
function notReached(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^(E[A-Z_]+|28\w{3}|3D\w{3})$/.test(code)) throw error;
  throw new ConfigError(['Configuration:', `- the database cannot be used (${code}): see DATABASE_URL and DATA_DIR`]);
}

export function storesOn({ db, reader, writes }: Database) {
  return {
    conversations: new KyselyConversationStore(db, writes),
    tickets: new KyselyTicketStore(db, reader, writes),
    advisors: new KyselyAdvisorStore(db),
    outbox: new KyselyOutboxStore(db, writes),
    addresses: new KyselyAddressStore(db),
    attachments: new KyselyAttachmentStore(db),
    opinions: new KyselyOpinionStore(db),
  };
}
