import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Bench } from '../../bench/bench';
import { benchCommand } from '../../bench/bench-command';
import { liveADay } from '../../bench/day/whole-day';
import { noRecognizers, loadRealContent } from '../conversation/harness';
import { buildOnce, environment } from '../server/start-server';

// Building, and loading the real content, take long on a shared machine.
jest.setTimeout(120_000);

beforeAll(() => buildOnce(), 180_000);

async function run(args: string[], benches: Record<string, Bench>) {
  const printed: string[] = [];
  const complained: string[] = [];
  const loadable = Object.fromEntries(Object.entries(benches).map(([name, bench]) => [name, async () => bench]));
  const code = await benchCommand(args, {
    benches: loadable,
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed, complained };
}

describe('a benchmark', () => {
  it('prints one object with --json, and says on the other output how far it is', async () => {
    const half: Bench = async (_args, tell) => {
      tell('half of it');
      return { figures: { turns: 1_234.56 }, ratios: { ours_vs_theirs: 0.123456 } };
    };
    const { code, printed, complained } = await run(['half', '--json'], { half });
    expect(code).toBe(0);
    expect(complained).toEqual(['half of it']);
    expect(printed).toHaveLength(1);
    expect(JSON.parse(printed[0] ?? '')).toEqual({
      name: 'half',
      machine: expect.stringMatching(/^\d+ × .+, \d+ GB, \w+, Node v\d+/) as string,
      figures: { turns: 1_235 },
      ratios: { ours_vs_theirs: 0.1235 },
    });
  });

  it('prints a table without it, and is given the options that are its own', async () => {
    const seen: string[][] = [];
    const asked: Bench = async (args) => {
      seen.push(args);
      return { figures: { turns: 3 }, ratios: { ours_vs_theirs: 2 } };
    };
    const { printed } = await run(['asked', '--turns', '3', '--json'], { asked });
    expect(printed.join('\n')).toContain('"turns":3');
    expect((await run(['asked', '--turns', '3'], { asked })).printed.join('\n')).toMatch(
      /turns +3\n.*ours_vs_theirs +2$/s,
    );
    expect(seen).toEqual([
      ['--turns', '3'],
      ['--turns', '3'],
    ]);
  });

  it('that measured nothing is an error, not a figure', async () => {
    const nothing: Bench = async () => ({ figures: { turns: NaN }, ratios: {} });
    await expect(run(['nothing', '--json'], { nothing })).rejects.toThrow('a benchmark came to NaN');
  });

  it('of one real day, made short, has its figures', async () => {
    const parts = { content: loadRealContent(), recognizers: noRecognizers };
    const { printed } = await run(['day', '--json'], { day: (_args, tell) => liveADay(parts, 60, tell) });
    const { figures, ratios } = JSON.parse(printed[0] ?? '') as Awaited<ReturnType<Bench>>;
    expect(figures['turns']).toBe(60);
    expect(figures['database_mb']).toBeGreaterThan(0);
    expect(ratios['peak_hour_reached_vs_needed']).toBeGreaterThan(0);
  });
});

it('one that nobody knows is a sentence and exit code 2, by npm too', () => {
  const args = [resolve('scripts/run.mjs'), 'bench', 'unknown', '--json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment({}), encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toBe('There is no benchmark "unknown": day, search, soak, turn, widget\n');
});
