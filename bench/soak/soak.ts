import { parseArgs } from 'node:util';
import type { Bench, Measured } from '../bench';
import { countOption } from '../count-option';
import { LoadProcess } from '../load/load-process';
import { Heap } from '../servers/heap';
import { atRest } from '../servers/server-metrics';
import { type ServerProcess, startOurs } from '../servers/server-process';
import { inTemporaryFolder } from '../temporary-folder';

const OPTIONS = { turns: { type: 'string', default: '1000000' } } as const;
/** The first of them warms up. */
const STAGES = 10;
const CONVERSATIONS = 200;
const CONNECTIONS = 10;
/** Of the two doors in turn. New people come after each: they must leave nothing behind. */
const TURNS_A_ROUND = 5_000;

interface Stage {
  heap: number;
  turns: number;
  errors: number;
}

/** Whether memory grows: the server as it is served, through both doors, as fast as it goes. */
export const soak: Bench = async (args, tell) => {
  const turns = countOption('turns', parseArgs({ args, options: OPTIONS }).values.turns);
  return inTemporaryFolder(async (folder) => {
    const server = await startOurs(folder, ['--inspect=127.0.0.1:0']);
    const load = new LoadProcess();
    try {
      return await liveThrough({ server, load }, turns, tell);
    } finally {
      load.stop();
      await server.stop();
    }
  });
};

async function liveThrough(
  { server, load }: { server: ServerProcess; load: LoadProcess },
  turns: number,
  tell: (line: string) => void,
): Promise<Measured> {
  await atRest(server.address);
  const heap = await Heap.of(server.output());
  const start = performance.now();
  const stages: Stage[] = [];
  for (let stage = 0; stage < STAGES; stage++) {
    const { errors, taken } = await takeTurns({ server, load }, Math.ceil(turns / STAGES));
    await atRest(server.address);
    stages.push({ heap: await heap.usedAfterCollection(), turns: taken, errors });
    tell(
      `soak, stage ${stage + 1} of ${STAGES}: ${stages.at(-1)?.heap.toFixed(1)} MB in use after ${taken} turns more`,
    );
  }
  heap.close();
  return reportOf(stages, (performance.now() - start) / 1_000);
}

async function takeTurns(
  { server, load }: { server: ServerProcess; load: LoadProcess },
  turns: number,
): Promise<{ taken: number; errors: number }> {
  let taken = 0;
  let errors = 0;
  for (let round = 0; taken + errors < turns; round++) {
    const door = round % 2 === 0 ? 'direct-line' : 'messages';
    await load.open(door, server.address, CONVERSATIONS);
    const outcome = await load.apply(door, {
      kind: 'closed',
      connections: CONNECTIONS,
      conversations: CONVERSATIONS,
      until: { turns: Math.min(TURNS_A_ROUND, turns - taken - errors) },
    });
    taken += outcome.times.length;
    errors += outcome.errors;
  }
  return { taken, errors };
}

function reportOf(stages: Stage[], seconds: number): Measured {
  const heaps = stages.map(({ heap }) => heap);
  const [warm = NaN, end = NaN] = [heaps[0], heaps.at(-1)];
  const sum = (read: (stage: Stage) => number) => stages.reduce((total, stage) => total + read(stage), 0);
  return {
    figures: {
      turns: sum(({ turns }) => turns),
      errors: sum(({ errors }) => errors),
      wall_seconds: seconds,
      heap_after_warm_up_mb: warm,
      heap_most_mb: Math.max(...heaps),
      heap_at_end_mb: end,
      heap_growth_percent: (100 * (end - warm)) / warm,
    },
    ratios: { heap_end_vs_warm_up: end / warm },
  };
}
