import { parseArgs } from 'node:util';
import { MigrationRefused, type MigrationStatus, migrationStatus } from './migrate';
import type { CommandDatabase } from './open-for-commands';

const USAGE = 'usage: migrate -- [--to NAME] | --status [--json]';

export interface MigrateDeps {
  open: (options: { onlyLook: boolean }) => Promise<CommandDatabase>;
  print: (line: string) => void;
  complain: (line: string) => void;
}

/** `npm run migrate -- [--to NAME] | --status [--json]`: brings the database to the newest schema or to a named one, never back;
 *  or tells which migrations were run, and when. JSON: `[{"name","executedAt"}…]`, ISO or null. 1: with `--status`, some are
 *  still to be run; 2: wrong usage. Rejects when the database cannot be reached or a migration fails. */
export async function migrateCommand(args: string[], { open, print, complain }: MigrateDeps): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    complain(USAGE);
    return 2;
  }
  const database = await open({ onlyLook: options.status });
  try {
    if (options.status) return tellStatus(await migrationStatus(database.db), options.json, print);
    return await moveOn(database, options.to, print);
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error;
    complain(error.message);
    return 2;
  } finally {
    await database.db.destroy();
  }
}

async function moveOn({ db, migrate }: CommandDatabase, to: string | undefined, print: (line: string) => void) {
  const before = await migrationStatus(db);
  await migrate(to);
  const after = await migrationStatus(db);
  const run = after.filter(({ executedAt }, index) => executedAt && !before[index]?.executedAt);
  for (const { name } of run) print(`run: ${name}`);
  if (run.length === 0) print('nothing to run');
  const left = after.filter(({ executedAt }) => !executedAt).length;
  if (left > 0) print(`still to be run: ${left}`);
  return 0;
}

function tellStatus(all: readonly MigrationStatus[], json: boolean, print: (line: string) => void): number {
  const rows = all.map(({ name, executedAt }) => ({ name, executedAt: executedAt?.toISOString() ?? null }));
  if (json) print(JSON.stringify(rows));
  else {
    const width = Math.max(...rows.map(({ name }) => name.length));
    for (const { name, executedAt } of rows) print(`${name.padEnd(width)}  ${executedAt ?? 'not yet'}`);
  }
  return rows.every(({ executedAt }) => executedAt !== null) ? 0 : 1;
}

/** Undefined: an option that is unknown, lacks its value, or does not go with another. */
function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        status: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        to: { type: 'string' },
      },
    });
    const { status, json, to } = values;
    return (status && to !== undefined) || (json && !status) ? undefined : values;
  } catch {
    return undefined;
  }
}
