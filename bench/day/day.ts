import { parseArgs } from 'node:util';
import type { Bench } from '../bench';
import { countOption } from '../count-option';
import { withParts } from '../own-bot';
import { compareTurnCost } from './turn-cost';
import { liveADay } from './whole-day';

const OPTIONS = {
  turns: { type: 'string', default: '500000' },
  messages: { type: 'string', default: '10000000' },
} as const;
/** Short rounds, so that whatever else the machine does slows both. */
const COST = { rounds: 20, turns: 250 };

/** One day of a whole country: what it takes, and whether a turn still costs the same after years of them. */
export const day: Bench = async (args, tell) => {
  const { values } = parseArgs({ args, options: OPTIONS });
  const turns = countOption('turns', values.turns);
  const messages = countOption('messages', values.messages);
  return withParts(async (parts) => {
    // First, so that the peak of memory is the day's own.
    const lived = await liveADay(parts, turns, tell);
    const cost = await compareTurnCost(parts, { messages, ...COST }, tell);
    return { figures: { ...lived.figures, ...cost.figures }, ratios: { ...lived.ratios, ...cost.ratios } };
  });
};
