import { setTimeout as wait } from 'node:timers/promises';

const LOOK_EVERY_MS = 1_000;
/** Of one core; the looking itself takes some, and a profiler more. Warming takes all of it. */
const AT_REST_SHARE = 0.25;
const REST_LIMIT_MS = 60_000;

/** The 99th percentile of the delays of the server's event loop since this was last asked, in milliseconds. As prom-client takes
 *  it from `monitorEventLoopDelay` with a timer of 10 ms: an idle server has about 10, and what is above that is delay. */
export async function eventLoopLagP99(address: string): Promise<number> {
  return (await valueOf(address, 'nodejs_eventloop_lag_p99_seconds')) * 1_000;
}

/** Resolves when the server has nothing more to do for itself: after its start it warms its recognizers for seconds. */
export async function atRest(address: string): Promise<void> {
  for (let waited = 0; waited < REST_LIMIT_MS; waited += LOOK_EVERY_MS) {
    const before = await valueOf(address, 'process_cpu_seconds_total');
    await wait(LOOK_EVERY_MS);
    const used = (await valueOf(address, 'process_cpu_seconds_total')) - before;
    if (used < (AT_REST_SHARE * LOOK_EVERY_MS) / 1_000) return;
  }
  throw new Error(`the server was not at rest within ${REST_LIMIT_MS} ms`);
}

async function valueOf(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1];
  if (value === undefined) throw new Error(`the server has no metric ${name}`);
  return Number(value);
}
