import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { systemIds } from '../../src/conversation/system-ports';
import { openDatabase } from '../../src/storage/open-database';
import type { Measured } from '../bench';
import { type Parts, startOwnBot } from '../own-bot';
import { inTemporaryFolder } from '../temporary-folder';
import { liveThrough, SimulatedClock } from './live-through';
import { simulatedDay } from './simulated-day';

/** A Monday, as the beginning of a week is when most people write; any other would do. */
const DAY = new Date('2026-03-02T00:00:00Z');
const HOUR_MS = 3_600_000;
const BYTES_PER_MB = 2 ** 20;
const TELL_EVERY = 10_000;

interface HourLived {
  turns: number;
  /** Real ones. */
  seconds: number;
}

/** One simulated day, as fast as it goes: what it takes of time, memory and disk, and whether the peak could be served. */
export async function liveADay(parts: Parts, turns: number, tell: (line: string) => void): Promise<Measured> {
  return inTemporaryFolder(async (folder) => {
    const clock = new SimulatedClock(DAY);
    const bot = await startOwnBot(parts, await openDatabase({ url: undefined, dataDirectory: folder }), clock);
    const hours: HourLived[] = [];
    let done = 0;
    let last = performance.now();
    await liveThrough(
      bot,
      clock,
      simulatedDay(DAY, turns, () => systemIds.uuid()),
      (lived, now) => {
        const hour = (hours[Math.floor((now.getTime() - DAY.getTime()) / HOUR_MS)] ??= { turns: 0, seconds: 0 });
        hour.turns += lived;
        hour.seconds += (performance.now() - last) / 1_000;
        last = performance.now();
        if (Math.floor(done / TELL_EVERY) < Math.floor((done + lived) / TELL_EVERY))
          tell(`day: ${done + lived} of ${turns}`);
        done += lived;
      },
    );
    const peakMemory = process.resourceUsage().maxRSS / 1_024;
    await bot.close();
    return reportOf(Object.values(hours), peakMemory, megabytesIn(folder));
  });
}

function reportOf(hours: HourLived[], peakMemory: number, database: number): Measured {
  const turns = hours.reduce((sum, hour) => sum + hour.turns, 0);
  const seconds = hours.reduce((sum, hour) => sum + hour.seconds, 0);
  const peak = hours.reduce((most, hour) => (hour.turns > most.turns ? hour : most));
  const needed = peak.turns / 3_600;
  const reached = peak.turns / peak.seconds;
  return {
    figures: {
      turns,
      wall_seconds: seconds,
      turns_per_second: turns / seconds,
      peak_hour_turns_per_second_needed: needed,
      peak_hour_turns_per_second_reached: reached,
      peak_memory_mb: peakMemory,
      database_mb: database,
    },
    ratios: { peak_hour_reached_vs_needed: reached / needed },
  };
}

function megabytesIn(folder: string): number {
  const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  return bytes / BYTES_PER_MB;
}
