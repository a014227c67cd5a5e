// Builds dist/: the server with tsc, the browser's code with esbuild, and a stamp that tells whether dist/ is still fresh.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = '.stamp';
const inputs = [
  'src',
  'dialogs',
  'bench',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

export function isFresh() {
  return existsSync(join(dist, stamp)) && readFileSync(join(dist, stamp), 'utf8') === sourcesHash();
}

/** Built beside dist/ and put in its place when all went well: a failed build leaves the old one. */
export async function build() {
  // Before compiling: a source saved meanwhile makes the build stale, not fresh.
  const hash = sourcesHash();
  const made = join(root, `dist.making-${process.pid}`);
  try {
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    // What the compiler says goes to stderr: stdout belongs to the command that asked for the build.
    execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', made], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    await buildPages(made);
    writeFileSync(join(made, stamp), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(made, dist);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

async function buildPages(made) {
  const { build: bundle, transform } = await import('esbuild');
  cpSync(join(root, 'src/channels/web/page'), join(made, 'pages'), { recursive: true });
  mkdirSync(join(made, 'desk'), { recursive: true });
  const colours = readFileSync(join(root, 'src/channels/web/widget/colours.css'));
  writeFileSync(join(made, 'pages/colours.css'), colours);
  writeFileSync(
    join(made, 'desk/desk.css'),
    Buffer.concat([colours, readFileSync(join(root, 'src/desk/ui/desk.css'))]),
  );
  const script = (folder, entry, outfile) => ({
    entryPoints: [join(root, folder, entry)],
    outfile: join(made, outfile),
    bundle: true,
    minify: true,
    format: 'iife',
    // Below these the widget's style sheets are not understood either (src/channels/web/widget/style-sheets.ts).
    target: ['chrome94', 'firefox101', 'safari16.4'],
    // Served as UTF-8: an é takes two bytes so, and six as an escape.
    charset: 'utf8',
    plugins: [minifiedStyles(transform)],
    tsconfig: join(root, folder, 'tsconfig.json'),
    logLevel: 'warning',
  });
  await bundle(script('src/channels/web/widget', 'widget.tsx', 'widget.js'));
  await bundle(script('src/desk/ui', 'desk.ts', 'desk/desk.js'));
  pack(join(made, 'widget.js'));
}

/** The widget as browsers take it, made once here and not at each request. */
function pack(file) {
  const plain = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.gz`, gzipSync(plain, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(plain, { params: quality }));
}

/** A style sheet as a text, without its comments and indents: in the bundle each of them weighs. */
function minifiedStyles(transform) {
  return {
    name: 'minified styles',
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
        return { contents: code.trim(), loader: 'text' };
      });
    },
  };
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

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await build();
