import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Measured } from '../bench';
import { withParts } from '../own-bot';
import { inTemporaryFolder } from '../temporary-folder';
import { DeskVisit } from './desk-visit';
import { compareInProcess } from './in-process';
import { compareLatency } from './latency';
import { LoadProcess } from '../load/load-process';
import { atRest } from '../servers/server-metrics';
import { type ServerProcess, startEcho, startOurs } from '../servers/server-process';
import { compareThroughput, CONVERSATIONS } from './throughput';
import { writeTickets } from './write-tickets';

const FULL = {
  inProcess: { rounds: 5, turns: 2_000 },
  throughput: { rounds: 5, seconds: 6 },
  // Two minutes of each.
  latency: { slices: 4, seconds: 30 },
  tickets: 100,
};
const QUICK: typeof FULL = {
  inProcess: { rounds: 3, turns: 400 },
  throughput: { rounds: 3, seconds: 2 },
  latency: { slices: 2, seconds: 5 },
  tickets: 10,
};

/** What a turn costs beside botbuilder's echo bot, which stores nothing and searches nothing. */
export const turn: Bench = async (args, tell) => {
  const { values } = parseArgs({ args, options: { quick: { type: 'boolean' }, profile: { type: 'string' } } });
  const size = values.quick ? QUICK : FULL;
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(values.profile)}`];
  const inProcess = await withParts((parts) => compareInProcess(parts, size.inProcess));
  tell('in one process: done');
  const served = await inTemporaryFolder(async (folder) => {
    const [echo, ours] = [await startEcho(), await startOurs(folder, profiling)];
    const load = new LoadProcess();
    try {
      return await compareServers({ echo, ours, load, folder }, size, tell);
    } finally {
      load.stop();
      await Promise.all([echo.stop(), ours.stop()]);
    }
  });
  return {
    figures: { ...served.figures, ...inProcess.figures },
    ratios: { ...served.ratios, ...inProcess.ratios },
  };
};

interface Running {
  echo: ServerProcess;
  ours: ServerProcess;
  load: LoadProcess;
  folder: string;
}

async function compareServers(
  { echo, ours, load, folder }: Running,
  { throughput, latency, tickets }: typeof FULL,
  tell: (line: string) => void,
): Promise<Measured> {
  await atRest(ours.address);
  await load.open('echo', echo.address, CONVERSATIONS);
  await load.open('direct-line', ours.address, CONVERSATIONS);
  await load.open('messages', ours.address, CONVERSATIONS);
  const fast = await compareThroughput(load, throughput, tell);
  await writeTickets(ours.address, tickets);
  const desk = await DeskVisit.signIn(ours.address, folder);
  const steady = await compareLatency(load, { ours: ours.address, desk }, latency, tell);
  return {
    figures: { ...fast.figures, ...steady.figures, logged_errors: errorsIn(ours.output()) },
    ratios: { ...fast.ratios, ...steady.ratios },
  };
}

/** Our server logs an error for each turn that ended with an apology: that is quick, and no answer. */
function errorsIn(output: string): number {
  return output.split('\n').filter((line) => line.startsWith('{')).length;
}
