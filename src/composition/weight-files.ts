import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Learnt, WeightMemory } from '../search/learnt-weights';

/** Where tools of a project keep what they can make again. */
const FOLDER = 'node_modules/.cache/guichet';
const PREFIX = 'weights-';
/** Of this content, of the one before, and of another branch's. */
const FILES_KEPT = 3;
const CHECKSUM_BYTES = 4;

/** What the search learnt in files, so that only the first start with new content pays for the training. Each may be deleted
 *  at any time; one that is damaged, or cannot be written, is as none. `missed`: what is asked for has to be learnt, which takes
 *  seconds. */
export function weightFiles(root: string, missed: () => void = () => undefined): WeightMemory {
  const folder = join(root, FOLDER);
  const fileOf = (key: string) => join(folder, `${PREFIX}${key}.bin`);
  return {
    recall(key) {
      const learnt = attempt(() => decode(readFileSync(fileOf(key))));
      if (!learnt) missed();
      return learnt;
    },
    keep(key, learnt) {
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // Whole or not at all: another program may be reading.
        const draft = `${fileOf(key)}.${process.pid}`;
        writeFileSync(draft, encode(learnt));
        renameSync(draft, fileOf(key));
        forgetOld(folder);
      });
    },
  };
}

/** A checksum, and what it is of. */
function encode(learnt: Learnt): Buffer {
  const body = serialize(learnt);
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(body));
  return Buffer.concat([checksum, body]);
}

function decode(bytes: Buffer): Learnt | undefined {
  const body = bytes.subarray(CHECKSUM_BYTES);
  return bytes.readUInt32LE() === crc32(body) ? (deserialize(body) as Learnt) : undefined;
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
