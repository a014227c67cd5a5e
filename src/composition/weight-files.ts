import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { GROUPS } from '../search/features';
import type { Learnt, WeightMemory } from '../search/learnt-weights';

/** Where tools of a project keep what they can make again. */
const FOLDER = 'node_modules/.cache/guichet';
const PREFIX = 'weights-';
/** Of this content, of the one before, and of another branch's. */
const FILES_KEPT = 3;
const HEAD_BYTES = 8;

/** What the search learnt in files, so that only the first start with new content pays for the training. Each may be deleted
 *  at any time; one that is damaged, or cannot be written, is as none. */
export function weightFiles(root: string): WeightMemory {
  const folder = join(root, FOLDER);
  const fileOf = (key: string) => join(folder, `${PREFIX}${key}.bin`);
  return {
    recall: (key) => attempt(() => decode(readFileSync(fileOf(key)))),
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

/** A checksum of the rest, the length of the counts, the counts as JSON, filled up to whole numbers, and the values. */
function encode({ counts, values }: Learnt): Buffer {
  const groups = GROUPS.map((group) => [[...counts[group].keys()], [...counts[group].values()]]);
  const json = JSON.stringify(groups);
  const filled = json.padEnd(json.length + ((4 - (Buffer.byteLength(json) % 4)) % 4));
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(Buffer.byteLength(filled), 4);
  const bytes = Buffer.concat([
    head,
    Buffer.from(filled),
    Buffer.from(values.buffer, values.byteOffset, values.byteLength),
  ]);
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0);
  return bytes;
}

function decode(bytes: Buffer): Learnt | undefined {
  if (bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return undefined;
  const end = HEAD_BYTES + bytes.readUInt32LE(4);
  const groups = JSON.parse(bytes.toString('utf8', HEAD_BYTES, end)) as [string[], number[]][];
  const [words, pairs, letters] = groups.map(
    ([names, having]) => new Map(names.map((name, at) => [name, having[at] ?? 0])),
  );
  if (!words || !pairs || !letters) return undefined;
  return { counts: { words, pairs, letters }, values: new Float32Array(new Uint8Array(bytes.subarray(end)).buffer) };
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
