import { setTimeout as wait } from 'node:timers/promises';
import { type Crowd, startCrowd } from './crowd';
import { medianOf } from './figures';
import { judge } from './judge';
import { seededRandom } from '../../bench/seeded-random';
import { type DatabaseName, tortureOn } from './tortured-server';

/** Of ten restarts so many are killed before they may have begun. */
const KILLED_AT_START = 0.1;
/** A kill falls anywhere within this time of an acknowledgement. */
const JITTER_MS = 30;

export interface KillOptions {
  kills: number;
  messages: number;
  conversations: number;
  database: DatabaseName;
  seed: number;
  say: (line: string) => void;
}

/** kill -9 of the server at random points while people talk; then what was acknowledged is held against the store. */
export async function killServer(options: KillOptions) {
  const { kills, messages, conversations, database, seed, say } = options;
  const random = seededRandom(seed);
  const server = await tortureOn(database);
  const back = [await server.start()];
  let killed = 0;
  const crowd = startCrowd(() => server.address(), {
    size: conversations,
    messagesEach: Math.ceil(messages / conversations),
    random,
    enough: () => killed >= kills,
  });
  const unanswered: number[] = [];
  const gaveUp: string[] = [];
  const ended = crowd.done.catch((error: unknown) => void gaveUp.push(String(error)));
  try {
    while (killed < kills && gaveUp.length === 0) {
      await acknowledged(crowd, 1 + Math.floor(random() * 2 * (messages / kills)));
      await wait(random() * JITTER_MS);
      unanswered.push(unansweredBy(crowd));
      await server.stop('SIGKILL');
      killed++;
      if (killed < kills && random() < KILLED_AT_START) {
        await server.startAndKill(random() * medianOf(back));
        killed++;
      }
      back.push(await server.start());
      say(`${database}: ${killed} of ${kills} kills, ${crowd.witness.acknowledged} messages acknowledged`);
    }
    await ended;
    const exitCode = await server.stop('SIGTERM');
    const { faults, tickets } = await judge(server, crowd);
    const figures = figuresOf(crowd, back, unanswered, { ...options, kills: killed });
    return { exitCode, faults: [...gaveUp, ...faults], tickets, figures };
  } finally {
    await server.remove();
  }
}

/** Resolves when so many more are acknowledged, or the crowd has ended. */
async function acknowledged({ witness, done }: Crowd, more: number): Promise<void> {
  const enough = witness.acknowledged + more;
  let ended = false;
  void done.finally(() => (ended = true)).catch(() => undefined);
  while (witness.acknowledged < enough && !ended) await wait(1);
}

/** Messages whose answer nobody has read yet, acknowledged or not: what a kill strikes. */
function unansweredBy({ persons }: Crowd): number {
  return persons.reduce((sum, person) => sum + person.waitsFor, 0);
}

function figuresOf({ witness }: Crowd, back: number[], unanswered: number[], { kills, conversations }: KillOptions) {
  const sorted = [...back].sort((one, other) => one - other);
  return {
    kills,
    conversations,
    acknowledged: witness.acknowledged,
    refusedOrBroken: witness.failed,
    killsThatStruckUnanswered: unanswered.filter((count) => count > 0).length,
    backMedianMs: Math.round(medianOf(back)),
    backMaxMs: Math.round(sorted.at(-1) ?? 0),
  };
}
