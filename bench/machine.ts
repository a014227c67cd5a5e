import { cpus, totalmem, type } from 'node:os';

const BYTES_PER_GB = 2 ** 30;

/** What a figure is worth depends on it. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / BYTES_PER_GB);
  const model = (processors[0]?.model ?? 'unknown processor').replaceAll(/\s+/g, ' ').trim();
  return `${processors.length} × ${model}, ${memory} GB, ${type()}, Node ${process.version}`;
}
