import { readFileSync } from 'node:fs';
import type { Activity } from 'botbuilder';
import pino from 'pino';
import { readTexts, type Texts } from '../../dialogs/texts';
import { readWords } from '../../dialogs/words';
import type { DialogPorts } from '../../dialogs/ports';
import { adviseContacts } from '../../src/contacts/advise';
import { Conversations } from '../../src/conversation/conversations';
import { createMetrics } from '../../src/insights/metrics';
import { type Knowledge, loadKnowledge } from '../../src/knowledge/knowledge';
import { ContentError, type Problem } from '../../src/knowledge/problem';
import { buildSearch, type Search } from '../../src/search/search';
import type { ConversationStore } from '../../src/storage/conversation-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { openSqlite } from '../../src/storage/open-sqlite';

/** The real content, loaded once per test file: reading and training take about a second. */
export interface LoadedContent {
  knowledge: Knowledge;
  search: Search;
  texts: Texts;
  words: DialogPorts['words'];
}

export function loadRealContent(): LoadedContent {
  const problems: Problem[] = [];
  const texts = readTexts(readFileSync('dialogs/texts.fr.yaml', 'utf8'), 'dialogs/texts.fr.yaml', problems);
  const words = readWords(readFileSync('dialogs/words.fr.yaml', 'utf8'), 'dialogs/words.fr.yaml', problems);
  const knowledge = loadKnowledge('knowledge', problems);
  if (!texts || !words || !knowledge) throw new ContentError(problems);
  const { articles, vocabulary, offTopic } = knowledge.content;
  const search = buildSearch(
    articles.map((article) => ({ ...article, text: article.sections[0]?.markdown ?? '' })),
    vocabulary.value,
    offTopic,
  );
  return { knowledge, search, texts, words };
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

/** id-1, id-2 …, as long as UUIDs are. */
export function countingIds() {
  let last = 0;
  return { uuid: () => `00000000-0000-4000-8000-${String(++last).padStart(12, '0')}` };
}

export function dialogPorts(content: LoadedContent, overrides: Partial<DialogPorts> = {}): DialogPorts {
  const { knowledge, search, texts, words } = content;
  const { safety, vocabulary, contacts } = knowledge.content;
  return {
    knowledge: {
      version: knowledge.version,
      article: (topicId) => knowledge.article(topicId),
      say: (article, name, day) => knowledge.say(article, name, day),
      render: (markdown, day) => knowledge.render(markdown, day),
      emergencies: Object.entries(safety.value.emergencies).map(([id, emergency]) => ({ id, ...emergency })),
      languages: vocabulary.value.languages,
    },
    search,
    adviseContacts: (preferred, at) => adviseContacts(contacts.value, { preferred, at, territory: 'metropole' }),
    // The recognizers have a test of their own: here only our own rules are at work.
    recognizers: { boolean: () => Promise.resolve(null), ordinal: () => Promise.resolve(null) },
    texts,
    words,
    escalationAttempts: 2,
    ...overrides,
  };
}

export interface TestBot {
  conversations: Conversations;
  store: ConversationStore;
  clock: TestClock;
  /** The activities after the last time this was asked. */
  said(conversationId: string): Promise<Partial<Activity>[]>;
}

/** The bot as main.ts composes it, on a database in memory. */
export async function startTestBot(
  content: LoadedContent,
  at: string,
  overrides: Partial<DialogPorts> = {},
  store?: ConversationStore,
): Promise<TestBot> {
  const clock = new TestClock(new Date(at));
  const ports = dialogPorts(content, overrides);
  const kept = store ?? new KyselyConversationStore(await openSqlite(':memory:'));
  const { texts } = content;
  const conversations = new Conversations({
    store: kept,
    clock,
    ids: countingIds(),
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    dialogPorts: () => ports,
    maskLabels: {
      nir: texts.say('mask.nir'),
      iban: texts.say('mask.iban'),
      card: texts.say('mask.card'),
      password: texts.say('mask.password'),
    },
  });
  const read = new Map<string, number>();
  return {
    conversations,
    store: kept,
    clock,
    async said(conversationId) {
      const entries = await conversations.transcript(conversationId, read.get(conversationId) ?? 0);
      read.set(conversationId, entries.at(-1)?.seq ?? read.get(conversationId) ?? 0);
      return entries.filter(({ author }) => author !== 'person').map(({ activity }) => activity as Partial<Activity>);
    },
  };
}
