import type { Bench } from './bench';
import { machine } from './machine';
import { type Report, table } from './report';

export interface BenchCommandDeps {
  /** By name; loaded only when asked for. */
  benches: Readonly<Record<string, () => Promise<Bench>>>;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** `NAME [--json] [options of that benchmark]`. Answers the exit code: 2 where there is no such benchmark. */
export async function benchCommand(args: string[], { benches, print, complain }: BenchCommandDeps): Promise<number> {
  const [name = '', ...rest] = args;
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined;
  if (!load) {
    complain(`There is no benchmark "${name}": ${Object.keys(benches).join(', ')}`);
    return 2;
  }
  const bench = await load();
  const { figures, ratios } = await bench(
    rest.filter((arg) => arg !== '--json'),
    complain,
  );
  const report: Report = { name, machine: machine(), figures: rounded(figures), ratios: rounded(ratios) };
  print(rest.includes('--json') ? JSON.stringify(report) : table(report));
  return 0;
}

/** Four figures: what stands behind them differs from run to run. */
function rounded(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, roundedOne(value)]));
}

function roundedOne(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`a benchmark came to ${value}`);
  return Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(4));
}
