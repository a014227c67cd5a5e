import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where tools of a project keep what they can make again. */
const FOLDER = 'node_modules/.cache/guichet';
/** Of this content, of the one before, and of another branch's. */
const FILES_KEPT = 3;

/** Files of one kind between two runs of the program. Each may be deleted at any time; one that is damaged, or cannot be
 *  written, is as none: nothing depends on them. */
export interface ProjectCache {
  /** What `decode` makes of the file of that name; undefined: there is none, or it cannot be read. */
  read<T>(name: string, decode: (bytes: Buffer) => T | undefined): T | undefined;
  write(name: string, bytes: Buffer): void;
}

/** Below the project's root. `kind`: how the names of its files begin. */
export function projectCache(root: string, kind: string): ProjectCache {
  const folder = join(root, FOLDER);
  const fileOf = (name: string) => join(folder, `${kind}-${name}.bin`);
  return {
    read: (name, decode) => attempt(() => decode(readFileSync(fileOf(name)))),
    write: (name, bytes) =>
      void attempt(() => {
        mkdirSync(folder, { recursive: true });
        // Whole or not at all: another program may be reading.
        const draft = `${fileOf(name)}.${process.pid}`;
        writeFileSync(draft, bytes);
        renameSync(draft, fileOf(name));
        forgetOld(folder, kind);
      }),
  };
}

function forgetOld(folder: string, kind: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .map((name) => join(folder, name));
  const newestFirst = files
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { file } of newestFirst.slice(FILES_KEPT)) rmSync(file, { force: true });
}

/** A full disk, a folder of somebody else. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
