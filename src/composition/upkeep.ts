import type { Logger } from 'pino';
import type { Conversations } from '../conversation/conversations';
import { dayOf } from '../conversation/day-of';
import type { Clock } from '../conversation/ports';
import type { AttachmentStore } from '../storage/attachment-store';
import { forgetExpired } from '../desk/sessions';
import type { AdvisorStore } from '../storage/advisor-store';
import { overdueSafetyNumbers } from '../knowledge/lint/review-dates';
import type { FreshContent } from './current-content';
import { repeat } from './repeat';

const FORGET_EVERY_MS = 10 * 60_000;
/** A file that no message to an advisor took along: one that is left aside for longer is rare, and can be sent again. */
const LOOSE_FILES_DAYS = 7;
const LOOK_EVERY_MS = 2_000;
const ALARM_EVERY_MS = 24 * 3_600_000;
/** Younger than this it is most likely being answered, here or by another server. */
const LEFT_BEHIND_AFTER_MS = 5_000;

export interface UpkeepDeps {
  conversations: Conversations;
  advisors: AdvisorStore;
  attachments: Pick<AttachmentStore, 'forgetLoose'>;
  content: FreshContent;
  clock: Clock;
  log: Logger;
}

/** What is done beside the turns, again and again: answers what was left behind (first of all what the last stop left), forgets
 *  old repeat keys, the advisors' sessions and links that ended and files that no message took along, looks for new content, and
 *  rings for emergency numbers that nobody has checked for a year. */
export function startUpkeep(deps: UpkeepDeps): { stop(): Promise<void> } {
  const { conversations, advisors, attachments, content, clock, log } = deps;
  const stopping = new AbortController();
  const every = (milliseconds: number, what: string, task: () => Promise<void>) =>
    repeat(task, { every: milliseconds, what, signal: stopping.signal, log });
  let age = 0;
  const lookBehind = async () => {
    const answered = await conversations.answerLeftBehind(new Date(clock.now().getTime() - age));
    age = LEFT_BEHIND_AFTER_MS;
    if (answered > 0) log.info({ answered }, 'conversations in which something had been left behind');
  };
  const alarm = () => {
    const overdue = overdueSafetyNumbers(content.current().knowledge.content, dayOf(clock.now()));
    if (overdue.length > 0) log.error({ facts: overdue }, 'emergency numbers are said, and their review is overdue');
    return Promise.resolve();
  };
  const running = [
    every(LOOK_EVERY_MS, 'answering what was left behind', lookBehind),
    every(FORGET_EVERY_MS, 'forgetting repeat keys', () => conversations.forgetRepeatKeys()),
    every(FORGET_EVERY_MS, 'forgetting sessions', () => forgetExpired(advisors, clock.now())),
    every(FORGET_EVERY_MS, 'forgetting loose files', () =>
      attachments.forgetLoose(new Date(clock.now().getTime() - LOOSE_FILES_DAYS * 86_400_000)),
    ),
    every(LOOK_EVERY_MS, 'looking for new content', () => content.look(stopping.signal)),
    every(ALARM_EVERY_MS, 'looking at the emergency numbers', alarm),
  ];
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
