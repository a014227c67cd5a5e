/** Shares and their uncertainty. */
import { seededRandom } from '../seeded-random';

/** A mean with the interval in which it lies 95 times in 100. */
export interface Estimate {
  value: number;
  low: number;
  high: number;
}

const RESAMPLES = 1_000;
const SEED = 20_261_122;

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

export function estimate(values: readonly number[]): Estimate {
  return interval(mean(values), (pick) => mean(pick.map((at) => values[at] ?? 0)), values.length);
}

/** How many times the first is the second, question by question the same ones. */
export function ratioEstimate(ones: readonly number[], others: readonly number[]): Estimate {
  const ratio = (pick: readonly number[]) =>
    mean(pick.map((at) => ones[at] ?? 0)) / (mean(pick.map((at) => others[at] ?? 0)) || Number.EPSILON);
  return interval(mean(ones) / (mean(others) || Number.EPSILON), ratio, ones.length);
}

/** Bootstrap: the same figure for questions drawn anew, with repetition. The seed is fixed. */
function interval(value: number, of: (pick: readonly number[]) => number, size: number): Estimate {
  const random = seededRandom(SEED);
  const draw = () => Array.from({ length: size }, () => Math.floor(random() * size));
  const drawn = Array.from({ length: RESAMPLES }, () => of(draw())).sort((a, b) => a - b);
  return {
    value,
    low: drawn[Math.floor(RESAMPLES * 0.025)] ?? value,
    high: drawn[Math.floor(RESAMPLES * 0.975)] ?? value,
  };
}

/** The chance that one of the first is higher than one of the second; 0.5 tells nothing. */
export function auroc(ins: readonly number[], outs: readonly number[]): number {
  let wins = 0;
  for (const inside of ins) for (const outside of outs) wins += inside > outside ? 1 : inside === outside ? 0.5 : 0;
  return wins / (ins.length * outs.length || 1);
}
