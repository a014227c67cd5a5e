import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContentFiles } from '../../src/knowledge/content-files';
import { lintCommand } from '../../src/knowledge/lint-command';
import { changed, FACTS, LOST, smallContent } from './small-content';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function run(args: string[], files: ContentFiles = smallContent()) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-lint-'));
  folders.push(folder);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const printed: string[] = [];
  const complaints: string[] = [];
  const directory = join(folder, 'knowledge');
  const code = lintCommand(args, directory, '2028-01-01', (line) => printed.push(line), (line) => complaints.push(line));
  return { code, printed, complaints };
}

test('right content ends with 0 and a count', () => {
  expect(run([])).toEqual({ code: 0, printed: ['2 articles, 0 errors, 0 warnings'], complaints: [] });
});

test('an error is told with file and line, and ends with 1', () => {
  const { code, printed } = run([], changed(LOST, 'Une photo.', 'Cliquez ici.'));
  expect(code).toBe(1);
  expect(printed[0]).toMatch(/^knowledge\/articles\/carte\/carte-perdue\.md:\d+: error: .* \[wording\]$/);
  expect(printed[1]).toBe('2 articles, 1 errors, 0 warnings');
});

test('as JSON it is one array, of nothing too', () => {
  expect(run(['--json']).printed).toEqual(['[]']);
  const [line = ''] = run(['--json'], changed(FACTS, 'unit: jours', 'unity: jours')).printed;
  expect(JSON.parse(line)).toEqual([expect.objectContaining({ file: FACTS, rule: 'schema' })]);
});

test('reviews are asked for on a day, or today', () => {
  expect(run(['--at', '2026-11-22']).code).toBe(0);
  expect(run(['--at', '2028-01-01']).printed).toContain('2 articles, 0 errors, 7 warnings');
  expect(run(['--due']).printed).toEqual(run(['--at', '2028-01-01']).printed);
});

test('a warning is an error where one is strict', () => {
  expect(run(['--due']).code).toBe(0);
  expect(run(['--due', '--strict']).code).toBe(1);
});

test.each([
  ['--at', 'hier'],
  ['--at', '22/11/2026'],
  ['--at', '2026-02-30'],
  ['--at', '2026-11-22T10:00'],
  ['--at', ''],
  ['--at'],
  ['--date', '2026-11-22'],
  ['articles'],
])('wrong usage is told apart from the output, and ends with 2: %s %s', (...args: string[]) => {
  const { code, printed, complaints } = run(args);
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(complaints).toEqual([expect.stringContaining('2026-11-22')]);
});
