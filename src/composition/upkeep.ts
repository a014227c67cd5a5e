import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Conversations } from '../conversation/conversations';
import type { Clock } from '../conversation/ports';
import type { AttachmentStore } from '../storage/attachment-store';

const FORGET_EVERY_MS = 10 * 60_000;
/** A file that no message to an advisor took along: one that is left aside for longer is rare, and can be sent again. */
const LOOSE_FILES_DAYS = 7;
const LOOK_EVERY_MS = 2_000;
/** Younger than this it is most likely being answered, here or by another server. */
const LEFT_BEHIND_AFTER_MS = 5_000;

/** What is done beside the turns, again and again: answers what was left behind (first of all what the last stop left), and
 *  forgets old repeat keys, and files that no message took along. */
export function startUpkeep(
  conversations: Conversations,
  attachments: Pick<AttachmentStore, 'forgetLoose'>,
  clock: Clock,
  log: Logger,
): { stop(): Promise<void> } {
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
    every(FORGET_EVERY_MS, 'forgetting', async () => {
      await conversations.forgetRepeatKeys();
      await attachments.forgetLoose(new Date(clock.now().getTime() - LOOSE_FILES_DAYS * 86_400_000));
    }),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
