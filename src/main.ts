import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { findEmergency } from '../dialogs/find-emergency';
import { openingWords } from '../dialogs/opening-words';
import { talkInTerminal } from './channels/terminal/terminal-door';
import { loadEverything, type LoadedContent } from './composition/content';
import { diffCommand } from './composition/diff-command';
import { openBot } from './composition/open-bot';
import { searchProblems } from './composition/search-lint';
import { serve } from './composition/serve';
import { type Config, ConfigError, readConfig } from './config';
import { contactsCommand } from './contacts/contacts-command';
import { dayOf } from './conversation/day-of';
import { systemClock, systemIds } from './conversation/system-ports';
import type { Knowledge } from './knowledge/knowledge';
import { knowledgeCommand } from './knowledge/knowledge-command';
import { ContentError } from './knowledge/problem';
import { askCommand } from './search/ask-command';
import { migrateCommand } from './storage/migrate-command';
import { moveCommand } from './storage/move/move-command';
import { progressBar, progressLines } from './storage/move/progress';
import { SQLITE_FILE } from './storage/open-database';
import { openForCommands } from './storage/open-for-commands';

/** The composition root: with composition/ the only one that knows everyone, and the only one that reads the configuration. */

/** dist/src/main.js stands two folders below the project's root. */
const ROOT = join(__dirname, '../..');

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<number> | number>> = {
  serve: () => serve({ ...startUp(), root: ROOT, print }),
  chat,
  ask,
  contacts,
  migrate,
  'move-data': moveFromSqlite,
  knowledge,
};

async function main(): Promise<void> {
  process.stdout.on('error', endWithReader);
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) throw new ConfigError([`- there is no command "${name}": ${Object.keys(COMMANDS).join(', ')}`]);
  process.exitCode = await command(args);
}

async function chat(): Promise<number> {
  const { config, content } = startUp();
  const log = pino({ level: 'error' }, pino.destination(2));
  const { conversations, close } = await openBot(config, log, () => content);
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
  await close();
  return 0;
}

function ask(args: string[]): Promise<number> {
  const { search, knowledge } = loadEverything(ROOT, today(), sayLearning);
  return askCommand(args, { search, isEmergency: isEmergency(knowledge), input: process.stdin, print, complain });
}

function contacts(args: string[]): number | Promise<number> {
  const { knowledge, texts } = loadEverything(ROOT, today(), sayLearning);
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

function migrate(args: string[]): Promise<number> {
  const { DATABASE_URL: url, DATA_DIR: dataDirectory } = readEnvironment();
  const open = (options: { onlyLook: boolean }) => openForCommands({ url, dataDirectory }, options);
  return migrateCommand(args, { open, print, complain });
}

function moveFromSqlite(args: string[]): Promise<number> {
  const { DATABASE_URL: to, DATA_DIR } = readEnvironment();
  const progress = process.stderr.isTTY ? progressBar(process.stderr) : progressLines(complain);
  return moveCommand(args, { usual: { from: join(DATA_DIR, SQLITE_FILE), to }, progress, print, complain });
}

function knowledge(args: string[]): number {
  return knowledgeCommand(args, {
    directory: join(ROOT, 'knowledge'),
    today: today(),
    searchProblems,
    diff: (revision, questionFiles) => diffCommand(revision, questionFiles, { root: ROOT, print, complain }),
    print,
    complain,
  });
}

function isEmergency({ content }: Knowledge): (question: string) => boolean {
  const emergencies = Object.entries(content.safety.value.emergencies).map(([id, emergency]) => ({ id, ...emergency }));
  return (question) => findEmergency(question, emergencies) !== undefined;
}

/** Configuration and content; all that is wrong in either is told at once. */
function startUp(): { config: Config; content: LoadedContent } {
  const config = attempt(readEnvironment);
  const content = attempt(() => loadEverything(ROOT, today(), sayLearning));
  if ('value' in config && 'value' in content) {
    checkFund(config.value.FUND, content.value.knowledge);
    return { config: config.value, content: content.value };
  }
  const problems = [config, content].flatMap((one) => ('problem' in one ? [one.problem.message] : []));
  throw new ConfigError(problems);
}

function readEnvironment(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

function checkFund(fund: string, { content }: Knowledge): void {
  if (fund === '*' || Object.hasOwn(content.funds.value.funds, fund)) return;
  throw new ConfigError(['Configuration:', `- FUND must be * or a code of knowledge/funds.yaml, got "${fund}"`]);
}

function sayLearning(): void {
  complain('Learning the knowledge base: some ten seconds, this once…');
}

function attempt<T>(read: () => T): { value: T } | { problem: ConfigError | ContentError } {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof ConfigError || error instanceof ContentError) return { problem: error };
    throw error;
  }
}

function today(): string {
  return dayOf(systemClock.now());
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `… | head` reads no further: nothing is wrong, and there is nobody left to tell. */
function endWithReader(error: Error): void {
  if (!('code' in error) || error.code !== 'EPIPE') throw error;
  process.exit(0);
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
