import { existsSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { findEmergency } from '../dialogs/emergency';
import { openingWords } from '../dialogs/opening-words';
import { wordsOf } from '../dialogs/phrases';
import { talkInTerminal } from './channels/terminal/terminal-door';
import { createRateLimits } from './channels/web/rate-limits';
import { Tokens } from './channels/web/tokens';
import { createWebServer } from './channels/web/web-server';
import { composeBot } from './composition/bot';
import { composeDesk } from './composition/desk';
import { loadEverything, type LoadedContent, webSentences } from './composition/content';
import { keptKey } from './composition/kept-key';
import { type Config, ConfigError, readConfig } from './config';
import { contactsCommand } from './contacts/contacts-command';
import { WorkerRecognizers } from './conversation/recognizers';
import { systemClock, systemIds } from './conversation/system-ports';
import { createMetrics } from './insights/metrics';
import type { Knowledge } from './knowledge/knowledge';
import { lintCommand } from './knowledge/lint-command';
import { ContentError } from './knowledge/problem';
import { askCommand } from './search/ask-command';
import { KyselyAdvisorStore } from './storage/kysely-advisor-store';
import { KyselyConversationStore } from './storage/kysely-conversation-store';
import { KyselyTicketStore } from './storage/kysely-ticket-store';
import { openSqlite } from './storage/open-sqlite';

/** The composition root: with composition/ the only one that knows everyone, and the only one that reads the configuration. */

/** dist/src/main.js stands two folders below the project's root. */
const ROOT = join(__dirname, '../..');
const STOP_LIMIT_MS = 10_000;
const FORGET_EVERY_MS = 10 * 60_000;

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number> | number>> = {
  serve,
  chat,
  ask,
  contacts,
  knowledge: (args) => lintCommand(args, join(ROOT, 'knowledge'), systemClock.now().toISOString().slice(0, 10), print),
};

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new ConfigError([`- there is no command "${name}": ${Object.keys(COMMANDS).join(', ')}`]);
  process.exitCode = await command(args);
}

async function serve(): Promise<number> {
  const { config, content } = startUp();
  const log = pino({ level: config.LOG_LEVEL });
  const { conversations, store, metrics, recognizers, tickets, advisors } = await openBot(config, log, content);
  const desk = composeDesk(content, {
    conversations,
    tickets,
    advisors,
    clock: systemClock,
    ids: systemIds,
    log,
    dataDirectory: config.DATA_DIR,
    publicUrl: config.PUBLIC_URL,
    fund: config.FUND,
    throttle: config.RATE_LIMIT === 'on',
    assets: join(ROOT, 'dist/desk'),
  });
  const web = createWebServer({
    conversations,
    tokens: new Tokens(keptKey(config.DATA_DIR, 'token.key'), systemClock),
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
    desk: desk.router,
  });
  const answered = await conversations.answerWaiting();
  if (answered > 0) log.info({ answered }, 'answered what the last stop had left waiting');
  await listen(web.server, config);
  const address = web.server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  log.info({ articles: content.knowledge.content.articles.length, version: content.knowledge.version }, 'knowledge');
  const here = `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`;
  print(`Guichet: ${here}`);
  const firstLogin = await desk.firstLogin(here);
  if (firstLogin) print(`First sign-in at the desk: open the link in ${firstLogin}`);

  const forget = () =>
    conversations.forgetRepeatKeys().catch((error: unknown) => log.error({ err: error }, 'forgetting'));
  const forgetting = setInterval(() => void forget(), FORGET_EVERY_MS);
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

/** Throws ConfigError where the port is taken or may not be used. */
async function listen(server: Server, { PORT, HOST }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL';
      reject(taken ? new ConfigError([`- PORT ${PORT} at ${HOST} cannot be used (${error.code})`]) : error);
    });
    server.listen(PORT, HOST, resolve);
  });
}

async function chat(): Promise<number> {
  const { config, content } = startUp();
  const log = pino({ level: 'error' }, pino.destination(2));
  const { conversations, store, recognizers } = await openBot(config, log, content);
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

function ask(args: string[]): Promise<number> {
  const { search, knowledge } = loadEverything(ROOT);
  return askCommand(args, { search, isEmergency: isEmergency(knowledge), input: process.stdin, print, complain });
}

function contacts(args: string[]): number | Promise<number> {
  const { knowledge, texts } = loadEverything(ROOT);
  const { contacts: book, funds, communes } = knowledge.content;
  return contactsCommand(args, {
    book: book.value,
    funds: { ...funds.value, ...communes.value },
    contactsOf: (topicId) => knowledge.article(topicId)?.contacts,
    describe: (advice, at) => `${advice.contact.name} (${advice.reason}). ${openingWords(texts, advice, at)}`.trim(),
    now: systemClock.now(),
    print,
    complain,
  });
}

async function openBot(config: Config, log: Logger, content: LoadedContent) {
  mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 });
  const db = await openSqlite(join(config.DATA_DIR, 'guichet.sqlite'));
  const store = new KyselyConversationStore(db);
  const metrics = createMetrics();
  const recognizers = new WorkerRecognizers();
  const tickets = new KyselyTicketStore(db);
  const conversations = composeBot(content, {
    store,
    tickets,
    clock: systemClock,
    ids: systemIds,
    log,
    metrics,
    recognizers,
    escalationAttempts: config.ESCALATION_ATTEMPTS,
    fund: config.FUND,
    demonstration: config.DEMONSTRATION === 'on',
    ticketKey: keptKey(config.DATA_DIR, 'ticket.key'),
  });
  return { conversations, store, tickets, advisors: new KyselyAdvisorStore(db), metrics, recognizers };
}

function isEmergency({ content }: Knowledge): (question: string) => boolean {
  const emergencies = Object.entries(content.safety.value.emergencies).map(([id, emergency]) => ({ id, ...emergency }));
  return (question) => findEmergency(wordsOf(question), emergencies) !== undefined;
}

/** Configuration and content; all that is wrong in either is told at once. */
function startUp(): { config: Config; content: LoadedContent } {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = attempt(() => readConfig(process.env));
  const content = attempt(() => loadEverything(ROOT));
  if ('value' in config && 'value' in content) {
    checkFund(config.value.FUND, content.value.knowledge);
    return { config: config.value, content: content.value };
  }
  const problems = [config, content].flatMap((one) => ('problem' in one ? [one.problem.message] : []));
  throw new ConfigError(problems);
}

function checkFund(fund: string, { content }: Knowledge): void {
  if (fund === '*' || Object.hasOwn(content.funds.value.funds, fund)) return;
  throw new ConfigError(['Configuration:', `- FUND must be * or a code of knowledge/funds.yaml, got "${fund}"`]);
}

function attempt<T>(read: () => T): { value: T } | { problem: ConfigError | ContentError } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ConfigError || error instanceof ContentError) return { problem: error };
    throw error;
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What the user can mend: told without a stack. `parseArgs` names unknown options by its codes. */
function isUsage(error: unknown): error is Error {
  if (error instanceof ConfigError || error instanceof ContentError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

main().catch((error: unknown) => {
  complain(isUsage(error) ? error.message : String(error instanceof Error ? error.stack : error));
  // Exits even where a worker or a socket is open already.
  process.exit(isUsage(error) ? 2 : 1);
});
