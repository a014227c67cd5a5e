import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  start(totalRows: number): void;
  advance(rows: number, table: string): void;
  stop(): void;
}

/** A bar where somebody watches. */
export function progressBar(stream: NodeJS.WriteStream): Progress {
  const bar = new SingleBar(
    { stream, format: '{bar} {percentage}% | {value}/{total} rows copied and checked | {table} | {eta_formatted}' },
    Presets.shades_classic,
  );
  return {
    start: (total) => bar.start(total, 0, { table: '' }),
    advance: (rows, table) => bar.increment(rows, { table }),
    stop: () => bar.stop(),
  };
}

/** A line at each tenth, for a log. */
export function progressLines(print: (line: string) => void): Progress {
  let total = 0;
  let done = 0;
  return {
    start(rows) {
      total = rows;
    },
    advance(rows, table) {
      const before = Math.floor((10 * done) / total);
      done += rows;
      const now = Math.floor((10 * done) / total);
      if (now > before) print(`${now * 10} % copied and checked, at ${table}`);
    },
    stop: () => undefined,
  };
}
