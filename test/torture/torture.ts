import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { killServer, type KillOptions } from './kill-server';

/** `npm run torture`: progress on stderr, one JSON object on stdout; exit code 1 where a promise was broken. */

const USAGE = `npm run torture -- [NAME …] [--kills N] [--messages N] [--conversations N] [--database sqlite|postgres] [--seed N]
  NAME: kill-server (default)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '200' },
      messages: { type: 'string', default: '5000' },
      conversations: { type: 'string', default: '50' },
      database: { type: 'string', default: 'sqlite' },
      seed: { type: 'string', default: String(randomInt(1_000_000)) },
    },
  });
  const { database } = values;
  if (database !== 'sqlite' && database !== 'postgres') return usage(`no database ${database}`);
  const options: KillOptions = {
    database,
    kills: Number(values.kills),
    messages: Number(values.messages),
    conversations: Number(values.conversations),
    seed: Number(values.seed),
    say,
  };
  say(`seed ${options.seed}`);
  void positionals;
  const began = performance.now();
  const result = await killServer(options);
  const seconds = Math.round((performance.now() - began) / 1_000);
  process.stdout.write(
    `${JSON.stringify({ name: 'kill-server', database, seed: options.seed, seconds, ...result })}\n`,
  );
  return result.faults.length === 0 ? 0 : 1;
}

function usage(problem: string): number {
  say(`${problem}\n${USAGE}`);
  return 2;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    say(String(error instanceof Error ? (error.stack ?? error) : error));
    process.exit(1);
  },
);
