import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { readConfig, VARIABLES } from '../src/config';

/** What the documents say is held to what the tree is. */

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const manifest = JSON.parse(read('package.json')) as Record<
  'scripts' | 'dependencies' | 'devDependencies' | 'overrides',
  Record<string, string>
>;
const readme = read('README.md');
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesUnder('docs').filter((path) => path.endsWith('.md')),
];
/** The content's files explain themselves in their comments. */
const commented = [...filesUnder('knowledge'), ...filesUnder('dialogs')].filter((path) => path.endsWith('.yaml'));
const tree = ['.ci', '.env.example', 'dialogs', 'docs', 'knowledge', 'scripts', 'src', 'test'].flatMap(filesUnder);
const topLevel = readdirSync(ROOT);

describe('paths', () => {
  it.each(documents)('in backticks exist: %s', (document) => {
    expect(
      codeSpans(read(document))
        .filter(looksLikePath)
        .filter((path) => !isThere(path)),
    ).toEqual([]);
  });

  it.each(documents)('in links and pictures exist: %s', (document) => {
    const links = [...withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g)].map(
      ([, link, picture]) => link ?? picture ?? '',
    );
    const local = links.filter((link) => !/^[a-z]+:|^#|…/.test(link)).map((link) => link.replace(/#.*/, ''));
    expect(local.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  });

  it('of documents that sources and content name exist', () => {
    const sources = [...tree, 'eslint.config.mjs', 'jest.config.js'].filter((path) => /\.(tsx?|m?js|yaml)$/.test(path));
    const named = sources.flatMap((path) =>
      [...read(path).matchAll(/(?<![\w/.])docs\/[\w./-]+\.md/g)].map(([document]) => ({ path, document })),
    );
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter(({ document }) => !existsSync(join(ROOT, document)))).toEqual([]);
  });

  it('every page is reached from README', () => {
    const pages = documents.filter((path) => path !== 'README.md' && path !== 'CHANGELOG.md');
    expect(pages.filter((path) => !readme.includes(`](${path})`))).toEqual([]);
  });

  it('none is a folder that a user does not have', () => {
    const elsewhere = new RegExp(`(?<![\\w-])${'shared'}/`);
    expect(documents.filter((document) => elsewhere.test(read(document)))).toEqual([]);
  });
});

describe('commands', () => {
  it.each([...documents, ...commented])('that are named exist: %s', (document) => {
    const named = [...read(document).matchAll(/\bnpm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('are all in README’s table', () => {
    const cells = tableUnder('## Commands').map(([command = '']) => command);
    const named = cells.map((cell) => /`npm (?:run )?([\w:-]+)/.exec(cell)?.[1]);
    expect(sorted(named)).toEqual(sorted(Object.keys(manifest.scripts)));
  });

  it('that README gives for the tests are those of the CI', () => {
    const ci = [...read('.ci/run').matchAll(/\bnpm (?:install|ci|test|run)[^&|;\n]*/g)].map(([command]) =>
      command.replace(/ -- .*/, '').trim(),
    );
    const told = /```\n([\s\S]*?)```/.exec(sectionUnder('## Tests'))?.[1]?.trim().split('\n');
    expect(told).toEqual(ci);
  });
});

describe('variables', () => {
  const rows = tableUnder('## Variables').map(([name = '', value = '']) => ({ name: bare(name), value: bare(value) }));
  const example = [...read('.env.example').matchAll(/^(# )?([A-Z_]+)=(.*)$/gm)].map(
    ([, off, name = '', value = '']) => ({
      name,
      value,
      off: off !== undefined,
    }),
  );

  it('are the same in README, .env.example and src/config.ts', () => {
    expect(sorted(rows.map(({ name }) => name))).toEqual(sorted(VARIABLES));
    expect(sorted(example.map(({ name }) => name))).toEqual(sorted(VARIABLES));
  });

  it('have the defaults that README and .env.example tell', () => {
    const defaults: Readonly<Record<string, string | number | readonly string[] | undefined>> = readConfig({});
    const told = (name: string) => String(defaults[name] ?? 'none');
    expect(rows).toEqual(rows.map(({ name }) => ({ name, value: told(name) })));
    const set = example.filter(({ off }) => !off);
    expect(set.map(({ name, value }) => ({ name, value }))).toEqual(
      set.map(({ name }) => ({ name, value: told(name) })),
    );
    expect(example.filter(({ name, off }) => off && told(name) !== 'none')).toEqual([]);
  });
});

describe('dependencies', () => {
  const [ours = [], overridden = []] = tablesUnder('## Dependencies');
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };

  it('all stand in README, with the way their version is held', () => {
    const policy = (version: string) => (version.startsWith('^') ? 'caret' : /^\d/.test(version) ? 'exact' : version);
    const told = ours.map(([name = '', version = '']) => `${bare(name)} ${version}`);
    expect(sorted(told)).toEqual(
      sorted(Object.entries(versions).map(([name, version]) => `${name} ${policy(version)}`)),
    );
  });

  it('that are overridden stand there too', () => {
    expect(sorted(overridden.map(([name = '']) => bare(name)))).toEqual(sorted(Object.keys(manifest.overrides)));
  });

  it('all have a reason', () => {
    expect([...ours, ...overridden].filter((row) => row.at(-1) === '')).toEqual([]);
  });
});

describe('events', () => {
  const rows = tableUnder('## Kinds', 'docs/events.md').map(([kind = '', , data = '']) => ({ kind: bare(kind), data }));

  it('have the kinds of dialogs/turn.ts', () => {
    expect(sorted(rows.map(({ kind }) => kind))).toEqual(sorted(eventKinds()));
  });

  it('hold the data that is recorded', () => {
    const recorded = recordedData(new Set(eventKinds()));
    // Each key opens its part of the cell: `topics`: what; `why`: when.
    const told = rows.map(
      ({ kind, data }) => [kind, [...data.matchAll(/(?:^|; )`(\w+)`:/g)].map((match) => match[1] ?? '')] as const,
    );
    const sortedKeys = (entries: Iterable<readonly [string, Iterable<string>]>) =>
      Object.fromEntries([...entries].map(([kind, keys]) => [kind, sorted([...keys])]));
    expect(sortedKeys(told)).toEqual(sortedKeys(recorded));
  });
});

function filesUnder(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (/\.\w+$/.test(basename(path)) && path !== '.ci') return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

function withoutCode(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```/gm, '').replace(/`[^`\n]+`/g, '');
}

function codeSpans(text: string): string[] {
  const outside = text.replace(/^ *```[\s\S]*?^ *```/gm, '');
  return [...outside.matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
}

/** A folder or a file of the project; what is built or made at run time, addresses and commands are not. */
function looksLikePath(span: string): boolean {
  if (/[\s<>*…{}"=:]/.test(span) || /^[/@]/.test(span) || /^(\.\/)?(dist|data|node_modules)\b/.test(span)) return false;
  if (span.includes('/'))
    return topLevel.includes(span.split('/')[0] ?? '') || /\.(tsx?|m?js|md|ya?ml|json|html|css)$/.test(span);
  return /^[\w.-]+\.(tsx?|mjs|md|ya?ml|json|html|css)$/.test(span) || topLevel.includes(span);
}

function isThere(path: string): boolean {
  if (existsSync(join(ROOT, path))) return true;
  return !path.includes('/') && tree.some((file) => basename(file) === path);
}

function sectionUnder(heading: string, document = 'README.md'): string {
  const [, section = ''] = read(document).split(`\n${heading}\n`);
  return section.split(/\n## /)[0] ?? '';
}

/** The cells of each table of a section, without its head. */
function tablesUnder(heading: string, document?: string): string[][][] {
  const blocks = sectionUnder(heading, document).match(/(?:^\|.*\n?)+/gm) ?? [];
  return blocks.map((block) => block.trim().split('\n').slice(2).map(cellsOf));
}

function tableUnder(heading: string, document?: string): string[][] {
  const [table = []] = tablesUnder(heading, document);
  expect(table.length).toBeGreaterThan(0);
  return table;
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function bare(cell: string): string {
  return cell.replaceAll('`', '');
}

function sorted<T>(values: readonly T[]): T[] {
  return [...values].sort();
}

function eventKinds(): string[] {
  const union = /export type EventKind =([^;]+);/.exec(read('dialogs/turn.ts'))?.[1] ?? '';
  return [...union.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

/** The keys of `data`, by kind: from `record(turn, kind, { … })` and from `{ kind, data: { … } }`. */
function recordedData(kinds: ReadonlySet<string>): Map<string, Set<string>> {
  const found = new Map([...kinds].map((kind) => [kind, new Set<string>()]));
  const add = (written: ts.Node | undefined, data: ts.Node | undefined) => {
    // `'turn-failed' as const`
    const kind = written && ts.isAsExpression(written) ? written.expression : written;
    if (!kind || !ts.isStringLiteral(kind) || !data || !ts.isObjectLiteralExpression(data)) return;
    for (const { name } of data.properties) if (name && ts.isIdentifier(name)) found.get(kind.text)?.add(name.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'record') {
      add(node.arguments[1], node.arguments[2]);
    }
    if (ts.isObjectLiteralExpression(node)) add(valueOf(node, 'kind'), valueOf(node, 'data'));
    ts.forEachChild(node, visit);
  };
  for (const path of tree.filter((file) => /^(src|dialogs)\/.*\.ts$/.test(file))) {
    visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
  }
  return found;
}

function valueOf(literal: ts.ObjectLiteralExpression, key: string): ts.Expression | undefined {
  const property = literal.properties.find((one) => one.name && ts.isIdentifier(one.name) && one.name.text === key);
  return property && ts.isPropertyAssignment(property) ? property.initializer : undefined;
}
