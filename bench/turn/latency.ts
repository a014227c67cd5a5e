import type { Measured } from '../bench';
import { median, percentile } from '../statistics';
import type { DeskVisit } from './desk-visit';
import type { DoorName } from '../load/load-generator';
import type { LoadProcess } from '../load/load-process';
import { eventLoopLagP99 } from '../servers/server-metrics';

const CONVERSATIONS = 100;
/** Everybody writes once a second: far quicker than people do. */
const PER_SECOND = 100;
const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 };
const CASES = ['echo', 'directline', 'desk'] as const;

type Case = (typeof CASES)[number];
type Percentiles = Record<keyof typeof SHARES, number>;
type Slice = Percentiles & { errors: number; lag: number };

/** The same offered load for the echo bot and for us, and for us while an advisor looks at the queue. In slices that take
 *  turns; percentiles are of a slice, and their medians over the slices are told. */
export async function compareLatency(
  load: LoadProcess,
  { ours, desk }: { ours: string; desk: DeskVisit },
  { slices, seconds }: { slices: number; seconds: number },
  tell: (line: string) => void,
): Promise<Measured> {
  const measured: Record<Case, Slice>[] = [];
  for (let slice = 0; slice < slices; slice++) {
    const echo = await measure('echo', load, ours, seconds);
    const directline = await measure('direct-line', load, ours, seconds);
    const withDesk = await desk.during(() => measure('direct-line', load, ours, seconds));
    measured.push({ echo, directline, desk: withDesk });
    tell(
      `latency, slice ${slice + 1} of ${slices}: p99 echo ${ms(echo)}, Direct Line ${ms(directline)}, with the desk ${ms(withDesk)}`,
    );
  }
  return reportOf(measured);
}

async function measure(door: DoorName, load: LoadProcess, ours: string, seconds: number): Promise<Slice> {
  await eventLoopLagP99(ours);
  const { times, errors } = await load.apply(door, {
    kind: 'open',
    perSecond: PER_SECOND,
    conversations: CONVERSATIONS,
    seconds,
  });
  const { p50, p95, p99 } = SHARES;
  return {
    p50: percentile(times, p50),
    p95: percentile(times, p95),
    p99: percentile(times, p99),
    errors,
    lag: await eventLoopLagP99(ours),
  };
}

function reportOf(measured: Record<Case, Slice>[]): Measured {
  const report: Measured = { figures: {}, ratios: {} };
  const names = Object.keys(SHARES) as (keyof typeof SHARES)[];
  for (const one of CASES) {
    for (const share of names) {
      report.figures[`${one}_${share}_ms`] = median(measured.map((slice) => slice[one][share]));
      if (one === 'echo') continue;
      report.ratios[`${one}_${share}_vs_echo`] = median(measured.map((slice) => slice[one][share] / slice.echo[share]));
    }
    report.figures[`${one}_errors`] = measured.reduce((sum, slice) => sum + slice[one].errors, 0);
    if (one !== 'echo') report.figures[`${one}_eventloop_lag_p99_ms`] = median(measured.map((slice) => slice[one].lag));
  }
  return report;
}

function ms({ p99 }: Percentiles): string {
  return `${p99.toFixed(1)} ms`;
}
