import { benchCommand } from './bench-command';

/** Each benchmark stands in a folder of its own and is loaded alone: what it compares us with may be large. */
const BENCHES = {
  day: async () => (await import('./day/day.js')).day,
  search: async () => (await import('./search.js')).search,
  soak: async () => (await import('./soak/soak.js')).soak,
  turn: async () => (await import('./turn/turn.js')).turn,
  widget: async () => (await import('./widget/widget.js')).widget,
};

async function main(): Promise<void> {
  process.exitCode = await benchCommand(process.argv.slice(2), {
    benches: BENCHES,
    print: (line) => process.stdout.write(`${line}\n`),
    complain: (line) => process.stderr.write(`${line}\n`),
  });
}

// Stopped by hand it leaves neither its servers behind nor gigabytes in the temporary folder: both end with `exit`.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().catch((error: unknown) => {
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${error instanceof Error ? (isUsage ? error.message : error.stack) : String(error)}\n`);
  // Exits even where a worker or a server of the benchmark is still there.
  process.exit(isUsage ? 2 : 1);
});
