/** `npm run bench -- NAME [--json]`: measures one part of the project. With --json one object on stdout:
 *  {"name","machine","figures","ratios"}. 0: measured; 2: there is no such bench. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Measured } from './measured';

/** Loaded when they are asked for: one bench does not pay for what another needs. */
const BENCHES: Readonly<Record<string, () => Promise<Measured>>> = {
  search: async () => (await import('./search.js')).benchSearch(),
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [name = ''] = positionals;
  const bench = BENCHES[name];
  if (!bench) {
    process.stderr.write(`usage: bench -- NAME [--json]; NAME is one of ${Object.keys(BENCHES).join(', ')}\n`);
    return 2;
  }
  const { figures, ratios } = await bench();
  const machine = `${cpus()[0]?.model ?? 'unknown'}, ${cpus().length} cores, Node ${process.version}`;
  const lines = Object.entries({ ...figures, ...ratios }).map(([key, value]) => `${key}  ${value}`);
  process.stdout.write(`${values.json ? JSON.stringify({ name, machine, figures, ratios }) : lines.join('\n')}\n`);
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
