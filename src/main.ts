import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { findEmergency } from '../dialogs/emergency';
import { wordsOf } from '../dialogs/phrases';
import type { DialogPorts, Recognizers } from '../dialogs/ports';
import { readTexts, type Texts } from '../dialogs/texts';
import { readWords, type Words } from '../dialogs/words';
import { talkInTerminal } from './channels/terminal/terminal-door';
import { createRateLimits } from './channels/web/rate-limits';
import { tokenKey } from './channels/web/token-key';
import { Tokens } from './channels/web/tokens';
import { createWebServer } from './channels/web/web-server';
import { type Config, ConfigError, readConfig } from './config';
import { adviseContacts } from './contacts/advise';
import { Conversations } from './conversation/conversations';
import { WorkerRecognizers } from './conversation/recognizers';
import { systemClock, systemIds } from './conversation/system-ports';
import { createMetrics } from './insights/metrics';
import { type Knowledge, loadKnowledge } from './knowledge/knowledge';
import { lintCommand } from './knowledge/lint-command';
import { ContentError, type Problem } from './knowledge/problem';
import { askCommand } from './search/ask-command';
import { buildSearch, type Search } from './search/search';
import { KyselyConversationStore } from './storage/kysely-conversation-store';
import { openSqlite } from './storage/open-sqlite';

/** The composition root: the only file that knows everyone, and the only one that reads the configuration. */

/** dist/src/main.js stands two folders below the project's root. */
const ROOT = join(__dirname, '../..');
const KNOWLEDGE = join(ROOT, 'knowledge');
/** Where people live decides hours; until the assistant asks, they are those of metropolitan France, and it says so. */
const DEFAULT_TERRITORY = 'metropole';
const STOP_LIMIT_MS = 10_000;
const FORGET_EVERY_MS = 10 * 60_000;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number> | number>> = {
  serve,
  chat,
  ask: (args) => {
    const content = loadEverything();
    return askCommand(args, { ...content, isEmergency: isEmergency(content.knowledge), input: process.stdin, print });
  },
  knowledge: (args) => lintCommand(args, KNOWLEDGE, systemClock.now().toISOString().slice(0, 10), print),
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new ConfigError([`- there is no command "${name}": ${Object.keys(COMMANDS).join(', ')}`]);
  process.exitCode = await command(args);
}

async function serve(): Promise<number> {
  const config = configuration();
  const log = pino({ level: config.LOG_LEVEL });
  const content = loadEverything();
  const recognizers = new WorkerRecognizers();
  const { conversations, store, metrics } = await openConversations(config, log, content, recognizers);
  const web = createWebServer({
    conversations,
    tokens: new Tokens(tokenKey(config.DATA_DIR), systemClock),
    limits: createRateLimits(config.RATE_LIMIT === 'on'),
    ids: systemIds,
    sentences: webSentences(content.texts),
    log,
    metrics,
    ready: () => store.ping(),
    pages: join(ROOT, 'dist/pages'),
    widget: join(ROOT, 'dist/widget.js'),
    publicUrl: config.PUBLIC_URL,
    trustProxy: config.TRUST_PROXY,
  });
  const answered = await conversations.answerWaiting();
  if (answered > 0) log.info({ answered }, 'answered what the last stop had left waiting');
  await new Promise<void>((resolve, reject) => {
    web.server.once('error', reject).listen(config.PORT, config.HOST, resolve);
  });
  const address = web.server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  log.info({ articles: content.knowledge.content.articles.length, version: content.knowledge.version }, 'knowledge');
  print(`Guichet: http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`);

  const forgetting = setInterval(() => void conversations.forgetRepeatKeys(), FORGET_EVERY_MS);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  clearInterval(forgetting);
  web.close();
  await conversations.settled();
  await recognizers.stop();
  await store.close();
  return 0;
}

async function chat(): Promise<number> {
  const config = configuration();
  const log = pino({ level: 'error' }, pino.destination(2));
  const content = loadEverything();
  const recognizers = new WorkerRecognizers();
  const { conversations, store } = await openConversations(config, log, content, recognizers);
  const { texts } = content;
  await talkInTerminal({
    conversations,
    ids: systemIds,
    input: process.stdin,
    output: process.stdout,
    sentences: {
      welcome: texts.say('terminal.welcome'),
      prompt: texts.say('terminal.prompt'),
      choices: texts.say('terminal.choices'),
    },
  });
  await recognizers.stop();
  await store.close();
  return 0;
}

interface Content {
  knowledge: Knowledge;
  search: Search;
  texts: Texts;
  words: Words;
}

/** Content, sentences and words; all that is wrong in any of them is told at once. */
function loadEverything(): Content {
  const problems: Problem[] = [];
  const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  const texts = readTexts(read('dialogs/texts.fr.yaml'), 'dialogs/texts.fr.yaml', problems);
  const words = readWords(read('dialogs/words.fr.yaml'), 'dialogs/words.fr.yaml', problems);
  const knowledge = loadKnowledge(KNOWLEDGE, problems);
  if (!knowledge || !texts || !words) throw new ContentError(problems);
  const { articles, vocabulary, offTopic } = knowledge.content;
  const search = buildSearch(
    articles.map(({ id, kind, title, questions, keywords, sections }) => {
      return { id, kind, title, questions, keywords, text: sections[0]?.markdown ?? '' };
    }),
    vocabulary.value,
    offTopic,
  );
  return { knowledge, search, texts, words };
}

async function openConversations(config: Config, log: Logger, content: Content, recognizers: Recognizers) {
  mkdirSync(config.DATA_DIR, { recursive: true });
  const store = new KyselyConversationStore(await openSqlite(join(config.DATA_DIR, 'guichet.sqlite')));
  const metrics = createMetrics();
  const ports = dialogPorts(config, content, recognizers);
  const { texts } = content;
  const conversations = new Conversations({
    store,
    clock: systemClock,
    ids: systemIds,
    log,
    metrics,
    dialogPorts: () => ports,
    maskLabels: {
      nir: texts.say('mask.nir'),
      iban: texts.say('mask.iban'),
      card: texts.say('mask.card'),
      password: texts.say('mask.password'),
    },
  });
  return { conversations, store, metrics };
}

function dialogPorts(
  config: Config,
  { knowledge, search, texts, words }: Content,
  recognizers: Recognizers,
): DialogPorts {
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
    adviseContacts: (preferred, at) => adviseContacts(contacts.value, { preferred, at, territory: DEFAULT_TERRITORY }),
    recognizers,
    texts,
    words,
    escalationAttempts: config.ESCALATION_ATTEMPTS,
  };
}

function isEmergency({ content }: Knowledge): (question: string) => boolean {
  const emergencies = Object.entries(content.safety.value.emergencies).map(([id, emergency]) => ({ id, ...emergency }));
  return (question) => findEmergency(wordsOf(question), emergencies) !== undefined;
}

function webSentences(texts: Texts) {
  return {
    tooMany: texts.say('web.too-many'),
    tooLong: texts.say('web.too-long'),
    expired: texts.say('web.expired'),
    forbidden: texts.say('web.forbidden'),
    gone: texts.say('web.gone'),
    unreadable: texts.say('web.unreadable'),
    broken: texts.say('web.broken'),
  };
}

function configuration(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof ContentError;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = expected ? 2 : 1;
  if (!expected) process.exit();
});
