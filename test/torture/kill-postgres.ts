import { setTimeout as wait } from 'node:timers/promises';
import { startCrowd } from './crowd';
import { medianOf } from './figures';
import { judge } from './judge';
import type { KillOptions } from './kill-server';
import { persist } from './persist';
import { seededRandom } from '../../bench/seeded-random';
import { isReady, tortureOn } from './tortured-server';

/** People talk so long before each kill, at most; so long the database is away, at most. */
const TALK_MS = 3_000;
const AWAY_MS = 3_000;

/** kill -9 of PostgreSQL while people talk: how soon the server is ready again, and what became of what it acknowledged. */
export async function killPostgres({ kills, messages, conversations, seed, say }: KillOptions) {
  const random = seededRandom(seed);
  const server = await tortureOn('postgres');
  await server.start();
  let killed = 0;
  const crowd = startCrowd(() => server.address(), {
    ...{ size: conversations, random },
    messagesEach: Math.ceil(messages / conversations),
    enough: () => killed >= kills,
  });
  const back: number[] = [];
  try {
    while (killed < kills) {
      await wait(TALK_MS * random());
      await server.postgres?.kill();
      await wait(AWAY_MS * random());
      await server.postgres?.start();
      const began = performance.now();
      await persist('readiness', () => isReady(server.address()), 20);
      back.push(performance.now() - began);
      killed++;
      say(`PostgreSQL: ${killed} of ${kills} kills, ready again after ${Math.round(back.at(-1) ?? 0)} ms`);
    }
    await crowd.done;
    const exitCode = await server.stop('SIGTERM');
    const { acknowledged, failed, longestMs } = crowd.witness;
    const figures = {
      ...{ kills, conversations, acknowledged, refusedOrBroken: failed, longestRequestMs: Math.round(longestMs) },
      ...{ readyMedianMs: Math.round(medianOf(back)), readyMaxMs: Math.round(Math.max(...back)) },
    };
    return { exitCode, ...(await judge(server, crowd)), figures };
  } finally {
    await server.remove();
  }
}
