import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { kyselyForCommands } from '../postgres/open-postgres';
import { openAlone } from '../sqlite/open-alone';
import { moveData, type MoveOutcome, type Proof } from './move-data';
import type { Progress } from './progress';

const USAGE = 'usage: move-data -- --from ./data/guichet.sqlite --to postgres://user:password@host/name';

export interface MoveCommandDeps {
  /** What is moved where the command line does not say: the configured data directory's file, the configured PostgreSQL. */
  usual: { from: string; to: string | undefined };
  progress: Progress;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** `npm run move-data -- --from FILE --to URL`: takes a SQLite installation to an empty PostgreSQL and prints the proof. 1: what
 *  arrived is not what left, and nothing stays of it; 2: wrong usage, or the two are not ready. Rejects where PostgreSQL cannot
 *  be reached; nothing stays of it then either. */
export async function moveCommand(args: string[], deps: MoveCommandDeps): Promise<number> {
  const { complain } = deps;
  const wish = readWish(args, deps.usual);
  if (!wish) return refuse(complain, USAGE);
  if (!existsSync(wish.from)) return refuse(complain, `there is no file ${wish.from}`);
  const source = openAlone(wish.from);
  if (!source) return refuse(complain, `${wish.from} is open in another program: stop the server first`);
  const target = kyselyForCommands(wish.to);
  try {
    return tell(await moveData({ source, target, progress: deps.progress }), deps);
  } finally {
    await target.destroy();
    await source.destroy();
  }
}

function tell(outcome: MoveOutcome, { print, complain }: MoveCommandDeps): number {
  if (outcome.kind === 'source-older') {
    const names = outcome.waiting.join(', ');
    return refuse(
      complain,
      `the SQLite file lacks ${names}: run \`npm run migrate\` on it first, without DATABASE_URL`,
    );
  }
  if (outcome.kind === 'target-holds') {
    return refuse(complain, `the PostgreSQL database is not empty: ${outcome.tables.join(', ')}; nothing was changed`);
  }
  proofLines(outcome.proofs).forEach(print);
  if (outcome.cleaned > 0) print(`texts that lost a NUL character, which PostgreSQL cannot keep: ${outcome.cleaned}`);
  if (outcome.kind === 'different') {
    complain('what arrived is not what left; nothing of it was kept');
    return 1;
  }
  print('Moved: counts and checksums are the same on both sides.');
  print(
    'Take token.key and ticket.key along, from the data directory to that of each server, or keep the same SECRET_KEY:',
  );
  print('without them nobody finds a message by its number and code any more.');
  return 0;
}

function proofLines(proofs: readonly Proof[]): string[] {
  const rows = [
    ['table', 'rows in SQLite', 'in PostgreSQL', 'checksum in SQLite', 'in PostgreSQL'],
    ...proofs.map(({ table, source, target }) => [
      ...[table, String(source.rows), String(target.rows)],
      ...[source.checksum.slice(0, 16), target.checksum.slice(0, 16)],
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function refuse(complain: (line: string) => void, why: string): number {
  complain(why);
  return 2;
}

/** Undefined: an option that is unknown or lacks its value, or nowhere to go. */
function readWish(args: string[], usual: MoveCommandDeps['usual']): { from: string; to: string } | undefined {
  try {
    const { values } = parseArgs({ args, options: { from: { type: 'string' }, to: { type: 'string' } } });
    const { from = usual.from, to = usual.to } = values;
    return to !== undefined && /^postgres(ql)?:\/\//.test(to) ? { from, to } : undefined;
  } catch {
    return undefined;
  }
}
