import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrateCommand } from '../../src/storage/migrate-command';
import { openForCommands } from '../../src/storage/open-for-commands';
import { type PostgresServer, startPostgres } from './postgres';

const NAMES = ['0001-conversations', '0002-tickets', '0003-delivery'];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

interface Place {
  url: string | undefined;
  dataDirectory: string;
}

async function run(place: Place, ...args: string[]) {
  const told: string[] = [];
  const complaints: string[] = [];
  const code = await migrateCommand(args, {
    open: (options) => openForCommands(place, options),
    print: (line) => told.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, told, complaints };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-migrate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.each([{ name: 'SQLite' }, { name: 'PostgreSQL' }])('$name', ({ name }) => {
  let server: PostgresServer | undefined;
  const place = (): Place => ({ url: server?.url, dataDirectory: folder });

  beforeAll(async () => {
    if (name === 'PostgreSQL') server = await startPostgres();
  });
  afterAll(() => server?.stop());
  afterEach(async () => {
    if (!server) return;
    const { db } = await openForCommands(place());
    await sql`drop schema public cascade; create schema public`.execute(db);
    await db.destroy();
  });

  const status = async () => {
    const { code, told } = await run(place(), '--status', '--json');
    const rows = JSON.parse(told.join('')) as { name: string; executedAt: string | null }[];
    return { code, done: rows.filter(({ executedAt }) => executedAt).map((row) => row.name), rows };
  };

  test('tells what is still to be run, and changes nothing by it', async () => {
    const { code, done, rows } = await status();
    expect({ code, done }).toEqual({ code: 1, done: [] });
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(NAMES));
    expect(existsSync(join(folder, 'guichet.sqlite'))).toBe(false);
  });

  test('goes to a named schema, then to the newest, then finds nothing to do', async () => {
    const first = await run(place(), '--to', '0002-tickets');
    expect(first).toMatchObject({ code: 0, complaints: [] });
    expect(first.told.slice(0, 2)).toEqual(['run: 0001-conversations', 'run: 0002-tickets']);
    expect(first.told.at(-1)).toMatch(/^still to be run: \d+$/);
    expect(await status()).toMatchObject({ code: 1, done: NAMES.slice(0, 2) });
    const rest = await run(place());
    expect(rest.told[0]).toBe('run: 0003-delivery');
    const { code, rows } = await status();
    expect(code).toBe(0);
    for (const { executedAt } of rows) expect(executedAt).toMatch(MOMENT);
    expect(await run(place())).toEqual({ code: 0, told: ['nothing to run'], complaints: [] });
  });

  test('refuses to go back, and names that do not exist, with a sentence', async () => {
    await run(place());
    const back = await run(place(), '--to', '0001-conversations');
    expect(back).toMatchObject({ code: 2, told: [] });
    expect(back.complaints.join()).toMatch(/going back needs a backup/);
    const unknown = await run(place(), '--to', '0009-nothing');
    expect(unknown.complaints.join()).toMatch(/there is no migration "0009-nothing": 0001-conversations/);
    expect((await status()).code).toBe(0);
  });
});

test('the table is one a person can read', async () => {
  const place = { url: undefined, dataDirectory: folder };
  await run(place, '--to', '0001-conversations');
  const { told } = await run(place, '--status');
  expect(told[0]).toMatch(/^0001-conversations {2}\d{4}-\d\d-\d\dT\S+Z$/);
  expect(told[1]).toMatch(/^0002-tickets +not yet$/);
});

test.each([[['--back']], [['--to']], [['--json']], [['--status', '--to', '0001-conversations']], [['now']]])(
  'wrong usage ends with 2 before anything is opened: %j',
  async (args) => {
    const complaints: string[] = [];
    const open = () => Promise.reject(new Error('opened'));
    expect(await migrateCommand(args, { open, print: fail, complain: (line) => complaints.push(line) })).toBe(2);
    expect(complaints).toEqual([expect.stringMatching(/^usage: migrate/)]);
  },
);

function fail(line: string): never {
  throw new Error(line);
}
