import { setTimeout as wait } from 'node:timers/promises';
import { startCrowd } from './crowd';
import { type Fault, FaultProxy } from './fault-proxy';
import { judge } from './judge';
import type { KillOptions } from './kill-server';
import { persist } from './persist';
import { seededRandom } from '../../bench/seeded-random';
import { isReady, tortureOn } from './tortured-server';

const FAULTS: readonly Fault[] = ['latency', 'reset', 'black-hole', 'trickle'];
/** Longer than any limit of the server's, so that each of them is met. */
const BROKEN_MS = 20_000;
/** Talk between two faults. */
const SOUND_MS = 3_000;

/** The line between the server and PostgreSQL breaks in four ways while people talk: how long the longest request took, and
 *  how soon the server, never restarted, is itself again. */
export async function breakLine({ messages, conversations, seed, say }: KillOptions) {
  let proxy: FaultProxy | undefined;
  const server = await tortureOn('postgres', async (url) => {
    const target = new URL(url);
    proxy = await FaultProxy.start({ target: { host: target.hostname, port: Number(target.port) } });
    target.port = String(proxy.port);
    return target.href;
  });
  await server.start();
  let ended = false;
  const crowd = startCrowd(() => server.address(), {
    ...{ size: conversations, random: seededRandom(seed) },
    messagesEach: Math.ceil(messages / conversations),
    enough: () => ended,
  });
  const figures: Record<string, number> = {};
  try {
    for (const fault of FAULTS) {
      await wait(SOUND_MS);
      crowd.witness.longestMs = 0;
      proxy?.set(fault);
      await wait(BROKEN_MS);
      proxy?.set('none');
      const mended = performance.now();
      await persist('readiness', () => isReady(server.address()), 20);
      figures[`${fault}ReadyAgainMs`] = Math.round(performance.now() - mended);
      figures[`${fault}LongestRequestMs`] = Math.round(crowd.witness.longestMs);
      say(`${fault}: longest request ${figures[`${fault}LongestRequestMs`]} ms`);
    }
    ended = true;
    await crowd.done;
    const exitCode = await server.stop('SIGTERM');
    const { acknowledged, failed } = crowd.witness;
    return {
      exitCode,
      ...(await judge(server, crowd)),
      figures: { acknowledged, refusedOrBroken: failed, ...figures },
    };
  } finally {
    await server.remove();
    await proxy?.stop();
  }
}
