import type { Activity } from 'botbuilder';
import type { Kysely } from 'kysely';
import pino from 'pino';
import type { Recognizers } from '../../dialogs/ports';
import { type BotDeps, composeBot } from '../../src/composition/bot';
import { loadEverything, type LoadedContent } from '../../src/composition/content';
import type { Incoming } from '../../src/conversation/incoming';
import type { Conversations } from '../../src/conversation/conversations';
import { createMetrics } from '../../src/insights/metrics';
import { KyselyAttachmentStore } from '../../src/storage/kysely-attachment-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyOpinionStore } from '../../src/storage/kysely-opinion-store';
import { KyselyTicketStore } from '../../src/storage/kysely-ticket-store';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { Tables } from '../../src/storage/tables';

export type { LoadedContent };

/** The real content, loaded once per test file: reading and training take about a second. */
export function loadRealContent(): LoadedContent {
  return loadEverything('.', '2026-11-22');
}

/** A clock that stands still until it is moved. */
export class TestClock {
  constructor(private moment: Date) {}
  now(): Date {
    return this.moment;
  }
  forward(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }
}

/** id-1, id-2 …, as long as UUIDs are; digits and letters count too, on a counter of their own. */
export function countingIds() {
  let last = 0;
  let lastWord = 0;
  const letters = (count: number, alphabet: string) => {
    let rest = ++lastWord;
    return Array.from({ length: count }, () => {
      const letter = alphabet.charAt(rest % alphabet.length);
      rest = Math.floor(rest / alphabet.length);
      return letter;
    })
      .reverse()
      .join('');
  };
  return {
    uuid: () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}`,
    digits: (count: number) => letters(count, '0123456789'),
    letters,
  };
}

/** The recognizers have a test of their own: elsewhere only our own rules are at work. */
export const noRecognizers: Recognizers = {
  boolean: () => Promise.resolve(null),
  ordinal: () => Promise.resolve(null),
};

export interface TestBot {
  conversations: Conversations;
  store: KyselyConversationStore;
  tickets: KyselyTicketStore;
  attachments: KyselyAttachmentStore;
  opinions: KyselyOpinionStore;
  /** For what no store tells. */
  db: Kysely<Tables>;
  clock: TestClock;
  /** A new version of the program: the stored dialog stack is not of its making, and is dropped. */
  upgrade(conversationId: string): Promise<void>;
  /** The activities after the last time this was asked. */
  said(conversationId: string): Promise<Partial<Activity>[]>;
}

export type TestBotOptions = Partial<BotDeps> & {
  /** Another database than one in memory. */
  db?: Kysely<Tables>;
};

/** The bot as the program composes it, on a database in memory. */
export async function startTestBot(
  content: LoadedContent | (() => LoadedContent),
  at: string,
  { db: given, ...overrides }: TestBotOptions = {},
): Promise<TestBot> {
  const clock = new TestClock(new Date(at));
  const db = given ?? (await openSqlite(':memory:'));
  const store = new KyselyConversationStore(db);
  const tickets = new KyselyTicketStore(db);
  const conversations = composeBot(typeof content === 'function' ? content : () => content, {
    store,
    tickets,
    clock,
    ids: countingIds(),
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    recognizers: noRecognizers,
    escalationAttempts: 2,
    fund: '*',
    demonstration: true,
    ticketKey: new TextEncoder().encode('a key of tests'),
    places: { inPlace: (_conversationId, task) => task() },
    ...overrides,
  });
  const read = new Map<string, number>();
  return {
    conversations,
    store,
    tickets,
    attachments: new KyselyAttachmentStore(db),
    opinions: new KyselyOpinionStore(db),
    db,
    clock,
    async upgrade(conversationId) {
      const { state } = await db
        .selectFrom('conversations')
        .select('state')
        .where('id', '=', conversationId)
        .executeTakeFirstOrThrow();
      const stored = JSON.stringify({ ...(JSON.parse(state) as object), dialogsVersion: 'of before' });
      await db.updateTable('conversations').set({ state: stored }).where('id', '=', conversationId).execute();
    },
    async said(conversationId) {
      const entries = await conversations.transcript(conversationId, read.get(conversationId) ?? 0);
      read.set(conversationId, entries.at(-1)?.seq ?? read.get(conversationId) ?? 0);
      return entries.filter(({ author }) => author !== 'person').map(({ activity }) => activity as Partial<Activity>);
    },
  };
}

/** Hands an activity over and waits for its turn; answers the activity's id. */
export async function acceptAndAnswer(
  { conversations }: Pick<TestBot, 'conversations'>,
  incoming: Incoming,
): Promise<string> {
  const receipt = await conversations.accept(incoming);
  if (receipt.kind === 'busy') throw new Error('the line is full');
  await receipt.answered;
  return receipt.activityId;
}
