import { setTimeout as wait } from 'node:timers/promises';
import type { Door } from './door';

export type Load = ClosedLoad | OpenLoad;

/** Each connection says the next thing when the last is answered: as fast as it goes. */
export interface ClosedLoad {
  kind: 'closed';
  connections: number;
  conversations: number;
  until: { seconds: number } | { turns: number };
}

/** At a fixed rate, whatever comes back: as people do. */
export interface OpenLoad {
  kind: 'open';
  perSecond: number;
  conversations: number;
  seconds: number;
}

export interface Outcome {
  errors: number;
  seconds: number;
  /** Milliseconds from sending to the answer's arrival, of each turn that had one. */
  times: number[];
}

/** Says what is next in the conversation of this number. */
export type SayNext = (conversation: number) => ReturnType<Door['say']>;

export async function apply(load: Load, sayNext: SayNext): Promise<Outcome> {
  const outcome: Outcome = { errors: 0, seconds: 0, times: [] };
  const say = async (conversation: number) => {
    try {
      outcome.times.push(await sayNext(conversation));
    } catch {
      outcome.errors++;
    }
  };
  const start = performance.now();
  if (load.kind === 'closed') await closed(load, start, say);
  else await open(load, start, say);
  outcome.seconds = (performance.now() - start) / 1_000;
  return outcome;
}

type Say = (conversation: number) => Promise<void>;

/** Each connection goes around its own share of the conversations. */
async function closed({ connections, conversations, until }: ClosedLoad, start: number, say: Say): Promise<void> {
  const share = conversations / connections;
  let begun = 0;
  const goesOn = () => ('turns' in until ? begun < until.turns : performance.now() < start + until.seconds * 1_000);
  const talk = async (connection: number) => {
    for (let turn = 0; goesOn(); turn++) {
      begun++;
      await say(connection + connections * (turn % share));
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => talk(connection)));
}

async function open({ perSecond, conversations, seconds }: OpenLoad, start: number, say: Say): Promise<void> {
  const underWay: Promise<void>[] = [];
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const early = start + (turn * 1_000) / perSecond - performance.now();
    if (early > 0) await wait(early);
    underWay.push(say(turn % conversations));
  }
  await Promise.all(underWay);
}
