import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

/** Does a task now, and again a while after it has ended, until the signal. What fails is logged and tried again. */
export async function repeat(
  task: () => Promise<void>,
  { every, what, signal, log }: { every: number; what: string; signal: AbortSignal; log: Pick<Logger, 'error'> },
): Promise<void> {
  while (!signal.aborted) {
    await task().catch((error: unknown) => log.error({ err: error }, `${what} failed; it is tried again`));
    await wait(every, undefined, { signal }).catch(() => undefined);
  }
}
