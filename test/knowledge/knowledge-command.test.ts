import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles } from '../../src/knowledge/content-files';
import { knowledgeCommand } from '../../src/knowledge/knowledge-command';
import type { Problem } from '../../src/knowledge/problem';
import { contentFolder } from './content-folder';
import { changed, FACTS, LOST, smallContent } from './small-content';

const COUNTS = '2 articles, 24 ways of asking, 2 facts, 2 funds, 1 motives, 1 emergencies';

function run(args: string[], files: ContentFiles = smallContent(), found: Problem[] = []) {
  const folder = contentFolder(files);
  const printed: string[] = [];
  const complaints: string[] = [];
  const searched = jest.fn(() => found);
  const diff = jest.fn(() => 0);
  const code = knowledgeCommand(args, {
    directory: join(folder, 'knowledge'),
    today: '2028-01-01',
    searchProblems: searched,
    diff,
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  });
  return { code, printed, complaints, folder, searched, diff };
}

describe('the check', () => {
  test('right content ends with 0 and its counts', () => {
    const { code, printed, complaints } = run([]);
    expect({ code, printed, complaints }).toEqual({ code: 0, printed: [COUNTS, '0 errors, 0 warnings'], complaints: [] });
  });

  test('an error is told with file and line, and ends with 1', () => {
    const { code, printed } = run([], changed(LOST, 'Une photo.', 'Cliquez ici.'));
    expect(code).toBe(1);
    expect(printed[0]).toMatch(/^knowledge\/articles\/carte\/carte-perdue\.md:\d+: error: .* \[wording\]$/);
    expect(printed.slice(1)).toEqual([COUNTS, '1 errors, 0 warnings']);
  });

  test('what the search finds is told too, of content that could be served only', () => {
    const twin: Problem = { file: LOST, line: 4, severity: 'warning', rule: 'twins', message: 'alike' };
    expect(run([], smallContent(), [twin]).printed).toContain(`${LOST}:4: warning: alike [twins]`);
    expect(run([], changed(LOST, 'Une photo.', 'Cliquez ici.'), [twin]).searched).not.toHaveBeenCalled();
  });

  test('as JSON it is one array, of nothing too', () => {
    expect(run(['--json']).printed).toEqual(['[]']);
    const [line = ''] = run(['--json'], changed(FACTS, 'unit: jours', 'unity: jours')).printed;
    expect(JSON.parse(line)).toEqual([expect.objectContaining({ file: FACTS, rule: 'schema' })]);
  });

  test('reviews are asked for on a day, or today', () => {
    expect(run(['--at', '2026-11-22']).code).toBe(0);
    expect(run(['--at', '2027-12-01']).printed.filter((line) => line.includes('[review-date]'))).toHaveLength(7);
    expect(run(['--due']).printed).toEqual(run(['--at', '2028-01-01']).printed);
  });

  test('a warning is an error where one is strict', () => {
    expect(run(['--at', '2026-12-15']).code).toBe(0);
    expect(run(['--at', '2026-12-15', '--strict']).code).toBe(1);
  });
});

describe('a new article', () => {
  test('is written where its like stand, and refused until it is filled in', () => {
    const { code, printed, folder } = run(['--new', 'carte-volee']);
    const file = join(folder, 'knowledge/articles/carte/carte-volee.md');
    expect([code, printed]).toEqual([0, [expect.stringContaining('knowledge/articles/carte/carte-volee.md')]]);
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('reviewed: 2028-01-01');
    const checked = run([], smallContent().set('knowledge/articles/carte/carte-volee.md', written));
    expect(checked.code).toBe(1);
    expect(checked.printed.join('\n')).toMatch(/carte-volee\.md:\d+: error: questions: at least 12 ways of asking/);
  });

  test('is written into the theme that is named', () => {
    const { code, folder } = run(['--new', 'droits/nouveau-droit']);
    expect(code).toBe(0);
    expect(existsSync(join(folder, 'knowledge/articles/droits/nouveau-droit.md'))).toBe(true);
  });

  test.each([
    ['a topic that is there', 'carte-perdue', 'already'],
    ['no topic id', 'Carte Perdue', 'no topic id'],
    ['a way out of the folder', '../carte-volee', 'no topic id'],
    ['a theme in a theme', 'a/b/carte-volee', 'no topic id'],
    ['a topic like no other', 'nouveau', 'name its theme'],
  ])('is not written for %s', (_, name, why) => {
    const { code, complaints, folder } = run(['--new', name]);
    expect([code, complaints]).toEqual([2, [expect.stringContaining(why)]]);
    const kept = readFileSync(join(folder, LOST), 'utf8');
    expect(kept).toBe(smallContent().get(LOST));
  });
});

test('how articles read: a row for each, the hardest first', () => {
  const { code, printed } = run(['--reading']);
  expect(code).toBe(0);
  const scores = printed.slice(1, -1).map((row) => Number(row.trim().split(/\s+/)[0]));
  expect(scores).toHaveLength(2);
  expect(scores).toEqual([...scores].sort((a, b) => a - b));
  expect(printed.at(-1)).toMatch(/^2 articles, median \d+$/);
});

test('a revision to compare with is passed on, with the files of questions', () => {
  const { code, diff, searched } = run(['--diff', 'HEAD~1', '--questions', 'a.jsonl', '--questions', 'b.jsonl']);
  expect(code).toBe(0);
  expect(diff).toHaveBeenCalledWith('HEAD~1', ['a.jsonl', 'b.jsonl']);
  expect(searched).not.toHaveBeenCalled();
});

test.each([
  ['--at', 'hier'],
  ['--at', '22/11/2026'],
  ['--at', '2026-02-30'],
  ['--at', '2026-11-22T10:00'],
  ['--at', ''],
  ['--at'],
  ['--date', '2026-11-22'],
  ['--new', 'carte-volee', '--diff', 'HEAD'],
  ['articles'],
])('wrong usage is told apart from the output, and ends with 2: %s %s', (...args: string[]) => {
  const { code, printed, complaints } = run(args);
  expect({ code, printed }).toEqual({ code: 2, printed: [] });
  expect(complaints).toEqual([expect.stringContaining('2026-11-22')]);
});
