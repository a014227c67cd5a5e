const firstMs = 1_000;
const longestMs = 30_000;

/** How long to wait before try number `attempt` (from 0), in ms: 1 s doubled up to 30 s, with full jitter (`chance` 0..1). */
export function backoffMs(attempt: number, chance: number): number {
  return chance * Math.min(longestMs, firstMs * 2 ** attempt);
}
