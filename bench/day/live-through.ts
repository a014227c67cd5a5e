import type { OwnBot } from '../own-bot';
import { takeTurn } from '../own-bot';
import type { Arrival } from './simulated-day';

/** People write at once: so many turns are under way together. */
const AT_ONCE = 10;
/** As the server does beside its turns (`src/composition/upkeep.ts`). */
const FORGET_EVERY_MS = 10 * 60_000;

/** A clock that shows the time of what arrives. */
export class SimulatedClock {
  constructor(public moment: Date) {}
  now(): Date {
    return this.moment;
  }
}

/** Takes all turns as fast as it goes, while the clock shows the time of each, and forgets old repeat keys as the day goes by.
 *  Calls back after each handful. */
export async function liveThrough(
  bot: OwnBot,
  clock: SimulatedClock,
  arrivals: Iterable<Arrival>,
  lived: (turns: number, now: Date) => void,
): Promise<void> {
  let forgetAt = clock.moment.getTime() + FORGET_EVERY_MS;
  let underWay: Promise<void>[] = [];
  const settle = async () => {
    await Promise.all(underWay);
    lived(underWay.length, clock.moment);
    underWay = [];
    if (clock.moment.getTime() < forgetAt) return;
    await bot.conversations.forgetRepeatKeys();
    forgetAt += FORGET_EVERY_MS;
  };
  for (const { at, conversationId, text } of arrivals) {
    clock.moment = at;
    underWay.push(takeTurn(bot, conversationId, text));
    if (underWay.length === AT_ONCE) await settle();
  }
  await settle();
}
