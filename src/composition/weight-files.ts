import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WeightMemory } from '../search/learnt-weights';

/** Where tools of a project keep what they can make again. */
const FOLDER = 'node_modules/.cache/guichet';
const PREFIX = 'weights-';
/** Of this content, of the one before, and of another branch's. */
const FILES_KEPT = 3;
const CHECKSUM_BYTES = 32;

/** The search's weights in files, so that only the first start with new content pays for the training (a second and a half).
 *  Each may be deleted at any time; one that is damaged, or cannot be written, is as none. */
export function weightFiles(root: string): WeightMemory {
  const folder = join(root, FOLDER);
  const fileOf = (key: string) => join(folder, `${PREFIX}${key}.bin`);
  return {
    recall(key) {
      const bytes = attempt(() => readFileSync(fileOf(key)));
      const values = bytes?.subarray(CHECKSUM_BYTES);
      if (!bytes || !values || !checksumOf(values).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined;
      return new Float32Array(new Uint8Array(values).buffer);
    },
    keep(key, values) {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
        // Whole or not at all: another program may be reading.
        const draft = `${fileOf(key)}.${process.pid}`;
        writeFileSync(draft, Buffer.concat([checksumOf(bytes), bytes]));
        renameSync(draft, fileOf(key));
        forgetOld(folder);
      });
    },
  };
}

function checksumOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function forgetOld(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(folder, name));
  const newestFirst = files
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { file } of newestFirst.slice(FILES_KEPT)) rmSync(file, { force: true });
}

/** A full disk, a folder of somebody else: nothing depends on these files. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
