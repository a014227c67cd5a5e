/** What a bench measured: keys say what and in which unit, e.g. `p50_us`; ratios are ours over the other's. */
export interface Measured {
  figures: Readonly<Record<string, number>>;
  ratios: Readonly<Record<string, number>>;
}

/** Three digits that tell something. */
export function rounded(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Number(value.toPrecision(3))]));
}

/** The value that a share of the others do not exceed; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
