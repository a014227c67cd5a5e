import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_KEYS } from '../../dialogs/text-keys';
import { readTexts } from '../../dialogs/texts';
import { readWords } from '../../dialogs/words';
import { formatProblem, type Problem } from '../../src/knowledge/problem';

const FILE = 'dialogs/texts.fr.yaml';

/** A right file: every key with its braces, in the order of TEXT_KEYS. */
function rightTexts(): string {
  const groups = new Map<string, string[]>();
  for (const [key, names] of Object.entries(TEXT_KEYS)) {
    const [group = '', name = ''] = key.split('.');
    const text = ['Texte', ...names.map((brace) => `{${brace}}`)].join(' ');
    groups.set(group, [...(groups.get(group) ?? []), `  '${name}': '${text}'`]);
  }
  return [...groups].map(([group, lines]) => `${group}:\n${lines.join('\n')}\n`).join('');
}

/** The right file with one line changed: `from` must stand in it. */
function changed(from: string, to: string, text = rightTexts()): string {
  if (!text.includes(from)) throw new Error(`${from} does not stand in the file`);
  return text.replace(from, () => to);
}

function lineOf(text: string, part: string): number {
  return text.split('\n').findIndex((line) => line.includes(part)) + 1;
}

function read(text: string) {
  const problems: Problem[] = [];
  return { texts: readTexts(text, FILE, problems), problems };
}

test('a right file says its sentences, filled in', () => {
  const { texts, problems } = read(rightTexts());
  expect(problems).toEqual([]);
  expect(texts?.say('greeting.hello')).toBe('Texte');
  expect(texts?.say('triage.last-chance', { count: 1, limit: 2 })).toBe('Texte 1 2');
});

test('what is filled in is said as it is, braces too', () => {
  const { texts } = read(rightTexts());
  expect(texts?.say('triage.last-chance', { count: '{limit} $& $1', limit: 'x' })).toBe('Texte {limit} $& $1 x');
});

describe('what is wrong is told with its file and line', () => {
  const HELLO = "  'hello': 'Texte'\n";
  const LIMIT = "  'first': 'Texte {limit}'";

  test('a missing key, by its name', () => {
    const { texts, problems } = read(changed(HELLO, ''));
    expect(texts).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ file: FILE, line: 1, severity: 'error', rule: 'text' })]);
    expect(problems[0]?.message).toContain('greeting.hello');
  });

  test.each([
    ['an unknown key', HELLO, `${HELLO}  'nobody': 'Texte'\n`, "'nobody'", 'greeting.nobody'],
    ['an unknown group', 'greeting:', "nobody:\n  'says': 'Texte'\ngreeting:", "'says'", 'nobody.says'],
    ['a missing {brace}', LIMIT, "  'first': 'Texte'", "'first'", '{limit}'],
    ['another {brace} in its place', LIMIT, "  'first': 'Texte {count}'", "'first'", '{limit}'],
    ['a {brace} too many', LIMIT, "  'first': 'Texte {limit} {count}'", "'first'", '{limit}'],
    ['a {brace} where there is none', HELLO, "  'hello': 'Texte {name}'\n", "'hello'", 'nothing'],
    ['a {Brace} with a capital', LIMIT, "  'first': 'Texte {limit} {Limit}'", "'first'", '{limit}'],
    ['a { brace } with blanks', HELLO, "  'hello': 'Texte { name }'\n", "'hello'", 'nothing'],
    ['a {brace that is not closed', HELLO, "  'hello': 'Texte {name'\n", "'hello'", 'nothing'],
  ])('%s', (_, from, to, at, named) => {
    const text = changed(from, to);
    const { texts, problems } = read(text);
    expect(texts).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ file: FILE, line: lineOf(text, at), severity: 'error', rule: 'text' }),
    ]);
    expect(problems[0]?.message).toContain(named);
  });

  test.each([
    ['an empty sentence', HELLO, "  'hello': ''\n", "'hello'", 'schema'],
    ['a sentence that is a number', HELLO, "  'hello': 12\n", "'hello'", 'schema'],
    ['a sentence that is a list', HELLO, "  'hello': [Texte]\n", "'hello'", 'schema'],
    ['a group that is a sentence', 'greeting:\n', "nobody: 'Texte'\ngreeting:\n", 'nobody:', 'schema'],
    ['a key written twice', HELLO, `${HELLO}  hello: 'Autre'\n`, '  hello:', 'yaml'],
  ])('%s', (_, from, to, at, rule) => {
    const text = changed(from, to);
    const { texts, problems } = read(text);
    expect(texts).toBeUndefined();
    expect(problems).toEqual([
      expect.objectContaining({ file: FILE, line: lineOf(text, at), severity: 'error', rule }),
    ]);
  });

  test('YAML that cannot be parsed', () => {
    const { texts, problems } = read(changed(HELLO, "  'hello': 'Texte\n"));
    expect(texts).toBeUndefined();
    expect(problems.map(({ file, rule }) => [file, rule])).toContainEqual([FILE, 'yaml']);
  });

  test('an empty file', () => {
    const { texts, problems } = read('');
    expect(texts).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ file: FILE, line: 1, severity: 'error' })]);
  });

  test('all at once, after what was wrong elsewhere', () => {
    let text = changed(HELLO, "  'nobody': 'Texte'\n");
    text = changed(LIMIT, "  'first': 'Texte'", text);
    text = changed("  'ask-again': 'Texte'\n", '', text);
    const elsewhere: Problem = { file: 'other', line: 1, severity: 'error', rule: 'other', message: '' };
    const problems = [elsewhere];
    expect(readTexts(text, FILE, problems)).toBeUndefined();
    expect(problems).toHaveLength(5);
    const told = problems
      .slice(1)
      .map(({ message }) => message)
      .join('\n');
    for (const key of ['greeting.hello', 'greeting.nobody', 'human.first', 'menu.ask-again'])
      expect(told).toContain(key);
  });
});

describe('the real files', () => {
  const real = (file: string) => readFileSync(file, 'utf8');

  test('texts.fr.yaml is right', () => {
    const problems: Problem[] = [];
    const texts = readTexts(real(FILE), FILE, problems);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(texts).toBeDefined();
  });

  test('words.fr.yaml is right', () => {
    const problems: Problem[] = [];
    const words = readWords(real('dialogs/words.fr.yaml'), 'dialogs/words.fr.yaml', problems);
    expect(problems.map(formatProblem)).toEqual([]);
    expect(words?.yes).toContain('oui');
  });

  test('no sentence uses a word that blames or feigns', () => {
    const forbidden =
      /(?<!\p{L})(essais?|échecs?|reformule[rz]|n['’]ai pas compris|n['’]hésitez pas|cliquez ici)(?!\p{L})|\(e\)|\p{L}·\p{L}/iu;
    const lines = real(FILE)
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'));
    expect(lines.filter((line) => forbidden.test(line))).toEqual([]);
  });

  test.each([
    ['a list that is missing', /^thanks:/m, 'thankyou:'],
    ['a list that is empty', /^'?yes'?:/m, 'yes: []\nold:'],
    ['a sentence in place of a list', /^'?no'?:/m, 'no: non\nold:'],
  ])('words: %s is told', (_, from, to) => {
    const problems: Problem[] = [];
    const text = real('dialogs/words.fr.yaml');
    expect(text).toMatch(from);
    expect(readWords(text.replace(from, to), 'words', problems)).toBeUndefined();
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatchObject({ file: 'words', severity: 'error', rule: 'schema' });
  });
});

/** Every source that may say a sentence; the widget has words of its own. */
function sources(): string {
  return ['dialogs', 'src']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)))
    .filter((path) => /\.tsx?$/.test(path) && !/text-keys\.ts$|[\\/]widget[\\/]|[\\/]ui[\\/]/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

describe('somebody says every sentence', () => {
  const code = sources();

  /** Keys that are put together: their beginning stands in a template, their end somewhere as a word. */
  const COMPOSED: Record<string, { template: string; end: (key: string) => string }> = {
    'mask.the-': { template: '`mask.the-${', end: (key) => `'${key.slice('mask.the-'.length)}'` },
    'form.part-': { template: '`form.part-${', end: (key) => `'${key.slice('form.part-'.length)}'` },
    'ticket.status-': { template: '`ticket.status-${', end: (key) => `'${key.slice('ticket.status-'.length)}'` },
    'language.': { template: '`language.${', end: (key) => `'${key.slice('language.'.length)}'` },
    'answer.feedback': { template: '`answer.${', end: (key) => `'${key.slice('answer.'.length)}'` },
  };

  const isSaid = (key: string) => {
    if (code.includes(`'${key}'`)) return true;
    const composed = Object.entries(COMPOSED).find(([prefix]) => key.startsWith(prefix))?.[1];
    return composed !== undefined && code.includes(composed.template) && code.includes(composed.end(key));
  };

  test.each(Object.keys(TEXT_KEYS))('%s', (key) => {
    expect([key, isSaid(key)]).toEqual([key, true]);
  });

  test('a sentence that nobody says would be seen', () => {
    expect(isSaid('greeting.hello')).toBe(true);
    expect(isSaid(['greeting', 'xyzzy'].join('.'))).toBe(false);
    expect(isSaid(['mask.the', 'xyzzy'].join('-'))).toBe(false);
  });
});
