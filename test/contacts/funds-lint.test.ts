import { changed, check, CONTACTS, FUNDS, COMMUNES, lineOf, smallContent } from '../knowledge/small-content';
import { readContentFiles } from '../../src/knowledge/content-files';

/** Rule and line of the first problem in that file. */
function problemIn(file: string, files: Map<string, string>): [string, number] | undefined {
  const problem = check(files).find((one) => one.file === file);
  return problem && [problem.rule, problem.line];
}

test('the small content and the real funds are right', () => {
  expect(check(smallContent())).toEqual([]);
  const files = [FUNDS, COMMUNES, CONTACTS];
  expect(check(readContentFiles('knowledge'), '2026-11-22').filter(({ file }) => files.includes(file))).toEqual([]);
});

describe.each<[string, string, string, string, string, string | undefined]>([
  ['a department without a fund', FUNDS, '"45", ', '', 'department', '"011":'],
  ['a department of others that is left out', FUNDS, '"975":', '"977":', 'department', '"011":'],
  ['a code that stands twice', FUNDS, '"599":', '"011":', 'yaml', undefined],
  ['a code of four figures', FUNDS, '"599":', '"5990":', 'schema', 'La petite caisse'],
  ['an alias that is the code of a fund', FUNDS, '["012"]', '["599"]', 'fund-alias', '["599"]'],
  ['an alias that stands twice', FUNDS, '["012"]', '["012", "012"]', 'fund-alias', '["012", "012"]'],
  [
    'an address without a date',
    FUNDS,
    ', city: Valenciennes, dated: 2017-09-19',
    ', city: Valenciennes',
    'schema',
    '59300',
  ],
  [
    'an address of a day that is none',
    FUNDS,
    'Bourg, dated: 2017-09-19',
    'Bourg, dated: 2017-09-31',
    'schema',
    '2017-09-31',
  ],
  ['a territory that is unknown', FUNDS, 'territory: metropole }', 'territory: mars }', 'unknown-reference', 'mars'],
  [
    'a postcode of a fund that is unknown',
    COMMUNES,
    '"59000": "011"',
    '"59000": "012"',
    'unknown-reference',
    '"59000"',
  ],
  [
    'a commune of a fund that is unknown',
    COMMUNES,
    'Hornaing, fund: "011"',
    'Hornaing, fund: "012"',
    'unknown-reference',
    'Hornaing',
  ],
  ['a postcode that stands twice', COMMUNES, '"59300":', '"59000":', 'yaml', '"59000": "599"'],
  ['a postcode without its first zero', COMMUNES, '"59110"', '9110', 'schema', undefined],
  ['a list of one commune', COMMUNES, '    - { commune: Hornaing, fund: "011" }\n', '', 'schema', 'Hélesmes'],
])('%s', (_, file, from, to, rule, at) => {
  test('is told, with its line', () => {
    const files = changed(file, from, to);
    expect(problemIn(file, files)).toEqual([rule, at === undefined ? expect.any(Number) : lineOf(files, file, at)]);
  });
});

test('a fund that no postcode leads to', () => {
  const files = changed(COMMUNES, '"59300": "599"', '"59300": "011"');
  changed(COMMUNES, 'Hélesmes, fund: "599"', 'Hélesmes, fund: null', files);
  expect(problemIn(FUNDS, files)).toEqual(['unreachable-fund', lineOf(files, FUNDS, 'La petite caisse')]);
});

test('reviews of funds, communes and hours fall due as all others', () => {
  const overdue = check(smallContent(), '2029-01-01').filter(({ rule }) => rule === 'review-date');
  expect(overdue.map(({ file }) => file)).toEqual(expect.arrayContaining([FUNDS, COMMUNES, CONTACTS]));
});

describe.each<[string, string, string, string]>([
  ['a zone that no clock knows', 'Europe/Paris', 'Europe/Lyon', 'schema'],
  ['a clock of 25 hours', '08:30-17:00', '08:30-25:00', 'schema'],
  ['hours that close before they open', '08:30-17:00', '17:00-08:30', 'schema'],
  ['a holiday that is no day', 'own: []', 'own: ["02-30"]', 'schema'],
  [
    'an exception for a territory that is unknown',
    'voice: true',
    'voice: true\n    except: [mars]',
    'unknown-reference',
  ],
  ['a place of a contact that is unknown', 'voice: true', 'voice: true\n    instead-of: inconnu', 'unknown-reference'],
  ['a reason for a situation that is unknown', 'voice: true', 'voice: true\n    reasons: { rainy: dedans }', 'schema'],
  ['a figure in a reason', 'voice: true', 'voice: true\n    reasons: { quiet: en 3 minutes }', 'figure'],
  [
    'words that people must not read, in a reason',
    'voice: true',
    "voice: true\n    reasons: { quiet: n'hésitez pas }",
    'wording',
  ],
])('%s', (_, from, to, rule) => {
  test('is told', () => {
    expect(problemIn(CONTACTS, changed(CONTACTS, from, to))?.[0]).toBe(rule);
  });
});

test.each(['own: ["02-29"]', 'own: [good-friday, "12-26"]'])('%s is right', (own) => {
  expect(problemIn(CONTACTS, changed(CONTACTS, 'own: []', own))).toBeUndefined();
});
