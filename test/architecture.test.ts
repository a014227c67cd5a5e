import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** The house's walls, read from the imports themselves. A wall that is in the way is moved here, with its reason, and in
 *  docs/adr/; it is never walked around. */

const ROOT = join(__dirname, '..');

/** The composition root knows everyone: main.ts and the parts of it that tests compose too. */
const COMPOSES = (path: string) => path === 'src/main.ts' || path.startsWith('src/composition');

/** Which folders a folder may import from, beside itself. `types` may be imported as types only: nothing of them runs. */
const DIRECTIONS: Readonly<Record<string, { code: readonly string[]; types: readonly string[] }>> = {
  'src/channels': { code: ['src/conversation', 'src/privacy'], types: ['src/insights'] },
  'src/conversation': { code: ['dialogs', 'src/privacy'], types: ['src/insights'] },
  dialogs: { code: ['src/privacy'], types: ['src/search', 'src/contacts', 'src/knowledge', 'src/tickets'] },
  'src/search': { code: ['src/privacy'], types: [] },
  'src/knowledge': { code: ['src/privacy'], types: [] },
  'src/contacts': { code: ['src/privacy'], types: [] },
  'src/tickets': { code: ['src/privacy'], types: [] },
  'src/insights': { code: ['src/privacy'], types: [] },
  'src/storage': { code: ['src/privacy'], types: ['src/tickets'] }, // The shape of a ticket is written down once.
  'src/desk': {
    code: ['src/conversation', 'src/tickets', 'src/knowledge', 'src/insights', 'src/privacy'],
    types: [],
  },
  'src/privacy': { code: [], types: [] },
  'src/config.ts': { code: [], types: [] },
};

/** Files that more may import than their folder's row says. */
const OPEN_FILES: readonly { files: RegExp; by: readonly string[]; typesOnly: boolean; why: string }[] = [
  {
    files: /^src\/storage\/(database|[a-z]+-store)\.ts$/,
    by: ['src/conversation', 'src/channels', 'src/desk', 'src/insights'],
    typesOnly: true,
    why: 'the interface of a store: what must be kept, without how',
  },
  {
    files: /^src\/knowledge\/(checked-yaml|sentences)\.ts$/,
    by: ['dialogs'],
    typesOnly: false,
    why: 'texts.fr.yaml and words.fr.yaml are checked as the content is, with file and line',
  },
  {
    files: /^src\/search\/damerau\.ts$/,
    by: ['dialogs'],
    typesOnly: false,
    why: 'an emergency is seen through typing mistakes too, before anything is searched for',
  },
  {
    files: /^src\/knowledge\/render\.ts$/,
    by: ['dialogs'],
    typesOnly: false,
    why: '`frenchDate`: a date reads the same in an answer and in the line below it',
  },
];

/** Where a package may appear. What is not named here may appear anywhere on its side of the browser's wall. */
const PACKAGE_HOMES: readonly { packages: RegExp; homes: readonly string[] }[] = [
  { packages: /^(better-sqlite3|pg|kysely)$/, homes: ['src/storage'] },
  { packages: /^botbuilder|^botframework-/, homes: ['dialogs', 'src/conversation', 'src/channels'] },
  { packages: /^@microsoft\/recognizers-/, homes: ['src/conversation/recognizers.worker.ts'] },
  { packages: /^@slack\//, homes: ['src/channels/slack'] },
  { packages: /^preact/, homes: ['src/channels/web/widget', 'src/desk'] },
  { packages: /^fuse\.js$/, homes: ['src/search', 'src/contacts/commune-index.ts'] },
  { packages: /^@etalab\//, homes: ['src/contacts/communes.ts'] },
];

const BROWSER = ['src/channels/web/widget', 'src/desk/ui'];
const TIME_AND_IDS = 'src/conversation/system-ports.ts';
const LINES_LIMIT = 250;
const LINES_MEDIAN = 60;

interface Import {
  from: string;
  line: number;
  /** As it is written. */
  specifier: string;
  typeOnly: boolean;
  /** The project's file it names, from the root; undefined for packages. */
  target: string | undefined;
}

interface SourceFile {
  path: string;
  text: string;
  parsed: ts.SourceFile;
}

const files: SourceFile[] = ['src', 'dialogs']
  .flatMap((folder) => filesUnder(folder))
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    return { path, text, parsed: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) };
  });
const imports = files.flatMap(importsOf);
const serverFiles = files.filter(({ path }) => !isIn(path, BROWSER));

describe('what is read', () => {
  it('finds the sources and their imports', () => {
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['src/main.ts', 'dialogs/triage.ts']));
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('sees imports of every form', () => {
    const text = `
      import a, { type B } from 'a';
      import type { C } from 'c';
      import { type D, type E } from 'd';
      import 'e';
      export { F } from 'f';
      export type * from 'g';
      type H = import('h').H;
      const i = await import('i');
      const j = require('j');`;
    const path = 'src/sample.ts';
    const sample = importsOf({ path, text, parsed: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) });
    expect(sample.filter(({ typeOnly }) => !typeOnly).map(({ specifier }) => specifier)).toEqual([
      'a',
      'e',
      'f',
      'i',
      'j',
    ]);
    expect(sample.filter(({ typeOnly }) => typeOnly).map(({ specifier }) => specifier)).toEqual(['c', 'd', 'g', 'h']);
  });

  it('every import of the project’s own names a file that exists', () => {
    const lost = imports.filter(({ specifier, target }) => specifier.startsWith('.') && target === undefined);
    expect(lost.map(told)).toEqual([]);
  });
});

describe('directions', () => {
  it('every folder stands in the table', () => {
    const folders = new Set(files.map(({ path }) => folderOf(path)).filter((folder) => !COMPOSES(folder)));
    expect([...folders].filter((folder) => !(folder in DIRECTIONS))).toEqual([]);
  });

  it('a folder imports only from where it may', () => {
    const wrong = imports.filter(
      ({ from, target }) => target !== undefined && !COMPOSES(from) && !mayImport(from, target),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('what may be imported for its types is not imported for its code', () => {
    const wrong = imports.filter(({ from, target, typeOnly }) => {
      if (target === undefined || typeOnly || COMPOSES(from)) return false;
      return mayImport(from, target) && !mayRun(from, target);
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('every exception is still needed', () => {
    const used = imports.map(({ from, target = '' }) => openFile(from, target)?.why);
    expect(OPEN_FILES.map(({ why }) => why).filter((why) => !used.includes(why))).toEqual([]);
  });

  it('one door knows nothing of another', () => {
    const door = (path: string) => /^src\/channels\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(({ from, target = '' }) => door(from) && door(target) && door(from) !== door(target));
    expect(wrong.map(told)).toEqual([]);
  });

  it('nobody imports the composition root, and it alone imports the configuration', () => {
    const wrong = imports.filter(
      ({ from, target = '' }) =>
        (COMPOSES(target) && !COMPOSES(from)) || (target === 'src/config.ts' && !COMPOSES(from)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('no file imports itself by way of others, not even for types', () => {
    expect(cycles()).toEqual([]);
  });
});

describe('packages', () => {
  it('stay in their homes', () => {
    const wrong = imports.filter(({ from, specifier }) =>
      PACKAGE_HOMES.some(({ packages, homes }) => packages.test(packageOf(specifier)) && !isIn(from, homes)),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('are dependencies of the program, not only of its development', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const foreign = imports.filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'));
    expect(foreign.filter(({ specifier }) => !(packageOf(specifier) in dependencies)).map(told)).toEqual([]);
  });

  it('of the platform are named with node:', () => {
    const builtin = imports.filter(({ specifier }) =>
      /^(fs|path|http|https|crypto|util|url|stream|os)(\/|$)/.test(specifier),
    );
    expect(builtin.map(told)).toEqual([]);
  });
});

describe('browser and server', () => {
  it('the browser’s code imports nothing of the server', () => {
    const wrong = imports.filter(({ from, specifier, target }) => {
      if (!isIn(from, BROWSER)) return false;
      const own = BROWSER.find((folder) => isIn(from, [folder])) ?? '';
      return specifier.startsWith('.')
        ? target === undefined || !isIn(target, [own])
        : packageOf(specifier) !== 'preact';
    });
    expect(wrong.map(told)).toEqual([]);
  });

  it('the server’s code imports nothing of the browser', () => {
    const wrong = imports.filter(({ from, target = '' }) => !isIn(from, BROWSER) && isIn(target, BROWSER));
    expect(wrong.map(told)).toEqual([]);
  });
});

describe('time and ids', () => {
  it('are made in one file of the server', () => {
    const found = serverFiles.filter(({ path }) => path !== TIME_AND_IDS).flatMap(makesTimeOrIds);
    expect(found).toEqual([]);
  });

  it('are seen where they are made', () => {
    const there = files.filter(({ path }) => path === TIME_AND_IDS).flatMap(makesTimeOrIds);
    expect(there.length).toBeGreaterThan(1);
  });
});

describe('files', () => {
  it(`over ${LINES_LIMIT} lines say why in their first comment: « Long because … »`, () => {
    const long = files.filter(({ text }) => linesOf(text) > LINES_LIMIT);
    const silent = long.filter(({ text }) => !/^\s*\/[/*][\s\S]{0,400}?\bLong because\b/.test(text));
    expect(silent.map(({ path, text }) => `${path}: ${linesOf(text)} lines`)).toEqual([]);
  });

  it(`have ${LINES_MEDIAN} lines or fewer, half of them`, () => {
    const sorted = files.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(LINES_MEDIAN);
  });

  it('have kebab-case names, and none is a drawer for what has no place', () => {
    const paths = ['src', 'dialogs', 'test', 'scripts', 'knowledge', 'docs'].flatMap((folder) => filesUnder(folder));
    const names = new Set(paths.flatMap((path) => path.split('/')));
    const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    expect([...names].filter((name) => !kebab.test(name))).toEqual([]);
    const drawer = /^(.*-)?(utils?|helpers?|misc|common)(\..*)?$|^index\.tsx?$/;
    expect([...names].filter((name) => drawer.test(name))).toEqual([]);
  });

  it('none only passes on what others export', () => {
    const barrels = files.filter(
      ({ parsed }) =>
        parsed.statements.length > 0 &&
        parsed.statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier),
    );
    expect(barrels.map(({ path }) => path)).toEqual([]);
  });

  it('switch off no check without a reason', () => {
    const checked = ['src', 'dialogs', 'test', 'scripts'].flatMap((folder) => filesUnder(folder));
    const silent = checked
      .filter((path) => /\.(tsx?|m?js)$/.test(path))
      .flatMap((path) =>
        readFileSync(join(ROOT, path), 'utf8')
          .split('\n')
          .map((line, index) => ({ line, at: `${path}:${index + 1}` })),
      )
      .filter(
        ({ line }) =>
          /(?:\/\/|\/\*)\s*eslint-disable(?!.*\s--\s+\S)/.test(line) ||
          /(?:\/\/|\/\*)\s*@ts-(?:ignore|nocheck|expect-error)\s*(?:\*\/)?\s*$/.test(line),
      );
    expect(silent.map(({ at }) => at)).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

function importsOf({ path, parsed }: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1;
    found.push({ from: path, line, specifier: specifier.text, typeOnly, target: resolved(path, specifier.text) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node, node.moduleSpecifier, isTypeExport(node));
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node, node.argument.literal, true);
    else if (ts.isCallExpression(node) && isLoading(node.expression)) add(node, node.arguments[0], false);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((one) => one.isTypeOnly)
  );
}

function isTypeExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  return (
    isTypeOnly ||
    (!!exportClause && ts.isNamedExports(exportClause) && exportClause.elements.every((one) => one.isTypeOnly))
  );
}

/** `import(…)` and `require(…)`. */
function isLoading(called: ts.Expression): boolean {
  return called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require');
}

function resolved(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const base = join(dirname(from), specifier);
  return ['', '.ts', '.tsx', '.d.ts']
    .map((ending) => base + ending)
    .find((path) => /\.\w+$/.test(basename(path)) && existsSync(join(ROOT, path)));
}

/** `dialogs`, `src/<folder>`, or a file that stands in `src/` itself. */
function folderOf(path: string): string {
  return path.startsWith('src/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');
}

function isIn(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}

function mayImport(from: string, target: string): boolean {
  const { code = [], types = [] } = DIRECTIONS[folderOf(from)] ?? {};
  const folder = folderOf(target);
  return folder === folderOf(from) || [...code, ...types].includes(folder) || openFile(from, target) !== undefined;
}

function mayRun(from: string, target: string): boolean {
  const folder = folderOf(target);
  const code = DIRECTIONS[folderOf(from)]?.code ?? [];
  return folder === folderOf(from) || code.includes(folder) || openFile(from, target)?.typesOnly === false;
}

function openFile(from: string, target: string) {
  return OPEN_FILES.find(({ files: open, by }) => open.test(target) && isIn(from, by));
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

/** Each cycle once, as `a → b → a`. */
function cycles(): string[] {
  const targets = new Map(files.map(({ path }) => [path, [] as string[]]));
  for (const { from, target } of imports) if (target) targets.get(from)?.push(target);
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.add([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return [...found];
}

function makesTimeOrIds({ path, parsed }: SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = node.getText(parsed);
    const made =
      (ts.isPropertyAccessExpression(node) &&
        /^(Date\.now|Math\.random|performance\.now|DateTime\.(now|local|utc))$/.test(text)) ||
      (ts.isNewExpression(node) && node.expression.getText(parsed) === 'Date' && !node.arguments?.length) ||
      (ts.isIdentifier(node) && node.text === 'randomUUID') ||
      (ts.isImportDeclaration(node) && node.moduleSpecifier.getText(parsed) === "'uuid'");
    if (made) found.push(`${path}:${parsed.getLineAndCharacterOfPosition(node.getStart(parsed)).line + 1}: ${text}`);
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function linesOf(text: string): number {
  return text.trimEnd().split('\n').length;
}

function told({ from, line, specifier }: Import): string {
  return `${from}:${line} imports ${specifier}`;
}
