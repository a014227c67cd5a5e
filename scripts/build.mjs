// Builds dist/: the server with tsc, the widget with esbuild, and a stamp that tells whether dist/ is still fresh.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.stamp');
const inputs = [
  'src',
  'dialogs',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

export function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

export async function build() {
  rmSync(dist, { recursive: true, force: true });
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  // What the compiler says goes to stderr: stdout belongs to the command that asked for the build.
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
  await buildPages();
  writeFileSync(stamp, sourcesHash());
}

async function buildPages() {
  const { build: bundle } = await import('esbuild');
  mkdirSync(join(dist, 'pages'), { recursive: true });
  cpSync(join(root, 'src/channels/web/page'), join(dist, 'pages'), { recursive: true });
  mkdirSync(join(dist, 'desk'), { recursive: true });
  cpSync(join(root, 'src/desk/ui/desk.css'), join(dist, 'desk/desk.css'));
  const script = (folder, entry, outfile) => ({
    entryPoints: [join(root, folder, entry)],
    outfile: join(dist, outfile),
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2020'],
    loader: { '.css': 'text' },
    tsconfig: join(root, folder, 'tsconfig.json'),
    logLevel: 'warning',
  });
  await bundle(script('src/channels/web/widget', 'widget.tsx', 'widget.js'));
  await bundle(script('src/desk/ui', 'desk.ts', 'desk/desk.js'));
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(join(root, input))).sort()) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await build();
