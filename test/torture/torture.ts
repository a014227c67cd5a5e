import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { breakLine } from './break-line';
import { killPostgres } from './kill-postgres';
import { killServer } from './kill-server';
import { twoServers } from './two-servers';

/** `npm run torture`: progress on stderr, one JSON object on stdout; exit code 1 where a promise was broken. */

const TORTURES = {
  'kill-server': killServer,
  'kill-postgres': killPostgres,
  'break-line': breakLine,
  'two-servers': twoServers,
} as const;

const USAGE = `npm run torture -- [NAME] [--kills N] [--messages N] [--conversations N] [--database sqlite|postgres] [--seed N]
  NAME: ${Object.keys(TORTURES).join(', ')}; without a name the first`;

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
  const [name = 'kill-server'] = positionals;
  if (database !== 'sqlite' && database !== 'postgres') return usage(`no database ${database}`);
  if (!isTorture(name)) return usage(`no torture ${name}`);
  const seed = Number(values.seed);
  say(`${name}, seed ${seed}`);
  const began = performance.now();
  const result = await TORTURES[name]({
    ...{ database, seed, say },
    ...{ kills: Number(values.kills), messages: Number(values.messages), conversations: Number(values.conversations) },
  });
  const seconds = Math.round((performance.now() - began) / 1_000);
  process.stdout.write(
    `${JSON.stringify({ name, ...(name === 'kill-server' && { database }), seed, seconds, ...result })}\n`,
  );
  return result.faults.length === 0 && result.exitCode === 0 ? 0 : 1;
}

function isTorture(name: string): name is keyof typeof TORTURES {
  return Object.hasOwn(TORTURES, name);
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
