import type { Measured } from './bench';

export interface Report extends Measured {
  name: string;
  machine: string;
}

/** For people: a key and its value on each line. */
export function table({ name, machine, figures, ratios }: Report): string {
  const width = Math.max(...Object.keys({ ...figures, ...ratios }).map(({ length }) => length));
  const lines = (values: Record<string, number>) =>
    Object.entries(values).map(([key, value]) => `  ${key.padEnd(width)}  ${value}`);
  return [`${name}, on ${machine}`, 'figures', ...lines(figures), 'ratios', ...lines(ratios)].join('\n');
}
