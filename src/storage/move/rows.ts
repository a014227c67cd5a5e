import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables';
import type { MovedTable } from './moved-tables';

export type Row = Readonly<Record<string, string | number | null>>;

/** Few enough for one statement: PostgreSQL takes 65,535 values, and the widest table has some twenty columns. */
const PAGE_ROWS = 500;

/** All rows of a table, page by page, in the order of its key: as each database sorts it. */
export async function* pagesOf(db: Kysely<Tables>, { name, key }: MovedTable): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    const behind = last && sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const query = sql<Row>`select * from ${sql.table(name)} ${behind ?? sql``} order by ${columns} limit ${PAGE_ROWS}`;
    const { rows } = await query.execute(db);
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
  } while (last);
}

export async function insertRows(db: Kysely<Tables>, { name }: MovedTable, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(db);
}

export async function countRows(db: Kysely<Tables>, { name }: MovedTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
  return rows[0]?.count ?? 0;
}
