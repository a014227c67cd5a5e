import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Conversations } from '../conversation/conversations';
import type { Clock } from '../conversation/ports';
import { forgetExpired } from '../desk/sessions';
import type { AdvisorStore } from '../storage/advisor-store';

const FORGET_EVERY_MS = 10 * 60_000;
const LOOK_EVERY_MS = 2_000;
/** Younger than this it is most likely being answered, here or by another server. */
const LEFT_BEHIND_AFTER_MS = 5_000;

export interface UpkeepDeps {
  conversations: Conversations;
  advisors: AdvisorStore;
  clock: Clock;
  log: Logger;
}

/** What is done beside the turns, again and again: answers what was left behind (first of all what the last stop left), and
 *  forgets old repeat keys, and the advisors' sessions and links that ended. */
export function startUpkeep({ conversations, advisors, clock, log }: UpkeepDeps): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const every = async (milliseconds: number, what: string, task: () => Promise<void>) => {
    while (!signal.aborted) {
      await task().catch((error: unknown) => log.error({ err: error }, `${what} failed; it is tried again`));
      await wait(milliseconds, undefined, { signal }).catch(() => undefined);
    }
  };
  let age = 0;
  const lookBehind = async () => {
    const answered = await conversations.answerLeftBehind(new Date(clock.now().getTime() - age));
    age = LEFT_BEHIND_AFTER_MS;
    if (answered > 0) log.info({ answered }, 'conversations in which something had been left behind');
  };
  const running = [
    every(LOOK_EVERY_MS, 'answering what was left behind', lookBehind),
    every(FORGET_EVERY_MS, 'forgetting repeat keys', () => conversations.forgetRepeatKeys()),
    every(FORGET_EVERY_MS, 'forgetting sessions', () => forgetExpired(advisors, clock.now())),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
