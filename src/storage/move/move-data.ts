import { type Kysely, sql, type Transaction } from 'kysely';
import { storable } from '../../privacy/storable';
import { migrate, migrationStatus } from '../migrate';
import type { Tables } from '../tables';
import { Fingerprint } from './fingerprint';
import { type MovedTable, tablesInOrder } from './moved-tables';
import type { Progress } from './progress';
import { countRows, insertRows, pagesOf, type Row } from './rows';

/** What stands on both sides of one table, read from each. */
export interface Proof {
  table: string;
  source: Fingerprint;
  target: Fingerprint;
}

export type MoveOutcome =
  /** `cleaned`: texts that lost a NUL character, which PostgreSQL cannot keep. */
  | { kind: 'moved' | 'different'; proofs: readonly Proof[]; cleaned: number }
  | { kind: 'source-older'; waiting: readonly string[] }
  | { kind: 'target-holds'; tables: readonly string[] };

export interface Move {
  /** SQLite; nobody else writes to it meanwhile. */
  source: Kysely<Tables>;
  /** PostgreSQL, with any schema of ours or none, and no rows. */
  target: Kysely<Tables>;
  progress: Progress;
}

/** Takes everything from SQLite to an empty PostgreSQL, in one transaction of the target: interrupted, or not the same on both
 *  sides when it is read again, nothing is there and it can be run again. */
export async function moveData({ source, target, progress }: Move): Promise<MoveOutcome> {
  const waiting = (await migrationStatus(source)).filter(({ executedAt }) => !executedAt).map(({ name }) => name);
  if (waiting.length > 0) return { kind: 'source-older', waiting };
  await migrate(target);
  const tables = await tablesInOrder(source);
  const transaction = await target.startTransaction().execute();
  try {
    await keepOthersOut(transaction, tables);
    const holding = await tablesThatHold(transaction, tables);
    const outcome: MoveOutcome =
      holding.length > 0
        ? { kind: 'target-holds', tables: holding }
        : await moveTables({ source, target: transaction, progress }, tables);
    await (outcome.kind === 'moved' ? transaction.commit() : transaction.rollback()).execute();
    return outcome;
  } catch (error) {
    await transaction
      .rollback()
      .execute()
      .catch(() => undefined);
    throw error;
  }
}

async function moveTables(move: Move, tables: readonly MovedTable[]): Promise<MoveOutcome> {
  const { source, target, progress } = move;
  let rows = 0;
  for (const table of tables) rows += await countRows(source, table);
  // Each row is copied, and read again.
  progress.start(2 * rows);
  await setTriggers(target, tables, 'disable');
  const proofs: Proof[] = [];
  let cleaned = 0;
  for (const table of tables) {
    const copied = await copyTable(move, table);
    cleaned += copied.cleaned;
    proofs.push({ table: table.name, source: copied.fingerprint, target: await readAgain(move, table) });
  }
  await setTriggers(target, tables, 'enable');
  await continueNumbers(source, target);
  progress.stop();
  const same = proofs.every(
    ({ source: one, target: other }) => one.rows === other.rows && one.checksum === other.checksum,
  );
  return { kind: same ? 'moved' : 'different', proofs, cleaned };
}

async function copyTable({ source, target, progress }: Move, table: MovedTable) {
  const fingerprint = new Fingerprint();
  let cleaned = 0;
  for await (const page of pagesOf(source, table)) {
    const rows = page.map((row) => {
      const kept = storableRow(row);
      cleaned += Object.keys(row).filter((column) => row[column] !== kept[column]).length;
      return kept;
    });
    fingerprint.add(rows);
    await insertRows(target, table, rows);
    progress.advance(rows.length, table.name);
  }
  return { fingerprint, cleaned };
}

async function readAgain({ target, progress }: Move, table: MovedTable): Promise<Fingerprint> {
  const fingerprint = new Fingerprint();
  for await (const rows of pagesOf(target, table)) {
    fingerprint.add(rows);
    progress.advance(rows.length, table.name);
  }
  return fingerprint;
}

function storableRow(row: Row): Row {
  const entries = Object.entries(row).map(([column, value]) => [
    column,
    typeof value === 'string' ? storable(value) : value,
  ]);
  return Object.fromEntries(entries) as Row;
}

/** A server that is started too early waits, and writes nothing in between. */
async function keepOthersOut(target: Transaction<Tables>, tables: readonly MovedTable[]): Promise<void> {
  const names = sql.join(tables.map(({ name }) => sql.table(name)));
  await sql`lock table ${names} in access exclusive mode`.execute(target);
}

async function tablesThatHold(target: Kysely<Tables>, tables: readonly MovedTable[]): Promise<string[]> {
  const holding: string[] = [];
  for (const table of tables) {
    const count = await countRows(target, table);
    if (count > 0) holding.push(`${table.name} (${count})`);
  }
  return holding;
}

/** The triggers tell other servers of each message; here there is nobody to be told, and a year of messages is many. */
async function setTriggers(
  target: Kysely<Tables>,
  tables: readonly MovedTable[],
  to: 'enable' | 'disable',
): Promise<void> {
  for (const { name } of tables) {
    await sql`alter table ${sql.table(name)} ${sql.raw(to)} trigger user`.execute(target);
  }
}

/** Places in the inbox go on where they were: SQLite remembers the highest ever given, also of rows that have gone. */
async function continueNumbers(source: Kysely<Tables>, target: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = 'inbox'`.execute(source);
  const last = rows[0]?.seq ?? 0;
  if (last > 0) await sql`select setval(pg_get_serial_sequence('inbox', 'place'), ${last})`.execute(target);
}
