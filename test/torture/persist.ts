import { setTimeout as wait } from 'node:timers/promises';

const AGAIN_AFTER_MS = 100;
/** Longer than a server that is killed again and again on a busy machine may need: lost is what never comes. */
const PATIENCE_MS = 600_000;

/** Does it until there is something to see, whatever fails meanwhile: a device that was told nothing tries again. */
export async function persist<T>(
  what: string,
  once: () => Promise<T | undefined>,
  everyMs = AGAIN_AFTER_MS,
): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  let last: unknown = 'nothing came';
  for (;;) {
    const seen = await once().catch((error: unknown) => void (last = error));
    if (seen !== undefined) return seen;
    if (performance.now() > end) throw new Error(`${what}: in vain for ${PATIENCE_MS} ms`, { cause: last });
    await wait(everyMs);
  }
}
