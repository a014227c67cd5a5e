import type { Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { createTeams } from '../channels/teams/teams';
import { TEAMS } from '../channels/teams/teams-door';
import { createRateLimits } from '../channels/web/rate-limits';
import { Tokens } from '../channels/web/tokens';
import { createWebServer } from '../channels/web/web-server';
import { type Config, ConfigError } from '../config';
import { Delivery } from '../conversation/delivery';
import { dayOf } from '../conversation/day-of';
import { systemClock, systemIds } from '../conversation/system-ports';
import { overdueSafetyNumbers } from '../knowledge/lint/review-dates';
import { warmUp } from '../search/warm-up';
import { type LoadedContent, webWords } from './content';
import { FreshContent } from './current-content';
import { learnAhead } from './learn-ahead';
import { communes } from './communes';
import { composeDesk } from './desk';
import { keyFor } from './keys';
import { type OpenBot, openBot } from './open-bot';
import { searchable } from './search-of';
import { startUpkeep } from './upkeep';

/** After this the process ends, whatever is still under way: what is not committed is answered at the next start. */
const STOP_LIMIT_MS = 10_000;

export interface ServeOptions {
  config: Config;
  content: LoadedContent;
  /** The project's folder, with dist/ in it. */
  root: string;
  print: (line: string) => void;
}

/** Serves until SIGTERM or SIGINT, then stops kindly. Answers the exit code. */
export async function serve({ config, content, root, print }: ServeOptions): Promise<number> {
  const log = pino({ level: config.LOG_LEVEL });
  // Before /readyz says yes: the first question is as fast as the thousandth.
  warmUp(content.search, content.knowledge.content.articles.map(searchable));
  const today = () => dayOf(systemClock.now());
  const fresh = await FreshContent.over(content, {
    ...{ root, today, log },
    startedAt: performance.timeOrigin,
    learnAhead: (day, signal) => learnAhead({ root, day }, signal),
  });
  const bot = await openBot(config, log, fresh.current);
  const teams = createTeams();
  const delivery = new Delivery({
    outbox: bot.stores.outbox,
    couriers: { [TEAMS]: teams.courier },
    clock: systemClock,
    ids: systemIds,
    log,
  });
  const desk = composeDesk(fresh.current, deskDeps(config, bot, delivery, log, root));
  const state = { stopping: false };
  const web = createWebServer({
    conversations: bot.conversations,
    tokens: new Tokens(keyFor('token', { secret: config.SECRET_KEY, dataDirectory: config.DATA_DIR }), systemClock),
    limits: createRateLimits(config.RATE_LIMIT === 'on'),
    ids: systemIds,
    clock: systemClock,
    ...webWords({ say: (...sentence) => fresh.current().texts.say(...sentence) }, config.ATTACHMENT_MAX_MB),
    attachmentMaxMb: config.ATTACHMENT_MAX_MB,
    attachments: bot.stores.attachments,
    opinions: bot.stores.opinions,
    log,
    metrics: bot.metrics,
    ready: () => (state.stopping ? Promise.reject(new Error('stopping')) : bot.stores.conversations.ping()),
    pages: join(root, 'dist/pages'),
    widget: join(root, 'dist/widget.js'),
    publicUrl: config.PUBLIC_URL,
    chatOrigins: config.CHAT_ORIGINS ?? [],
    trustProxy: config.TRUST_PROXY,
    desk: desk.router,
    teams: teams.door({
      conversations: bot.conversations,
      addresses: bot.stores.addresses,
      ids: systemIds,
    }),
  });
  bot.metrics.watchSafetyNumbers(() => overdueSafetyNumbers(fresh.current().knowledge.content, today()).length);
  hearOtherServers(bot, delivery);
  communes();
  await listen(web.server, config);
  await sayWhere({ config, content, log, print, server: web.server, firstLogin: (here) => desk.firstLogin(here) });
  delivery.wake();
  const { conversations, stores } = bot;
  const { advisors, attachments } = stores;
  const upkeep = startUpkeep({ conversations, advisors, attachments, content: fresh, clock: systemClock, log });

  await told();
  state.stopping = true;
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  await wait(config.DRAIN_SECONDS * 1_000);
  await web.close();
  await upkeep.stop();
  await bot.conversations.settled();
  await delivery.stop();
  await bot.close();
  return 0;
}

function deskDeps(config: Config, { conversations, stores }: OpenBot, delivery: Delivery, log: Logger, root: string) {
  return {
    conversations,
    tickets: stores.tickets,
    advisors: stores.advisors,
    attachments: stores.attachments,
    outbox: stores.outbox,
    wakeDelivery: () => delivery.wake(),
    clock: systemClock,
    ids: systemIds,
    log,
    dataDirectory: config.DATA_DIR,
    publicUrl: config.PUBLIC_URL,
    fund: config.FUND,
    throttle: config.RATE_LIMIT === 'on',
    assets: join(root, 'dist/desk'),
  };
}

/** What one server commits, all others hear; what this one commits, its own people and its delivery hear at once. */
function hearOtherServers({ conversations, database }: OpenBot, delivery: Delivery): void {
  conversations.onCommit((channel) => {
    if (channel === TEAMS) delivery.wake();
  });
  database.changes.listen({
    conversation: (conversationId) => conversations.notify(conversationId),
    outbox: () => delivery.wake(),
    missed() {
      conversations.notifyAll();
      delivery.wake();
    },
  });
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

async function sayWhere({
  config,
  content: { knowledge },
  log,
  print,
  server,
  firstLogin,
}: Pick<ServeOptions, 'config' | 'content' | 'print'> & {
  log: Logger;
  server: Server;
  firstLogin: (here: string) => Promise<string | undefined>;
}): Promise<void> {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.PORT;
  log.info({ articles: knowledge.content.articles.length, version: knowledge.version }, 'knowledge');
  const here = `http://${config.HOST === '127.0.0.1' ? 'localhost' : config.HOST}:${port}`;
  print(`Guichet: ${here}`);
  const link = await firstLogin(here);
  if (link) print(`First sign-in at the desk: open the link in ${link}`);
}

async function told(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}
