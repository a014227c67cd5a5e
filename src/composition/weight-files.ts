import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { Learnt, WeightMemory } from '../search/learnt-weights';
import { projectCache } from './project-cache';

const CHECKSUM_BYTES = 4;

/** What the search learnt in files, so that only the first start with new content pays for the training. `missed`: what is asked
 *  for has to be learnt, which takes seconds. */
export function weightFiles(root: string, missed: () => void = () => undefined): WeightMemory {
  const cache = projectCache(root, 'weights');
  return {
    recall(key) {
      const learnt = cache.read(key, decode);
      if (!learnt) missed();
      return learnt;
    },
    keep: (key, learnt) => cache.write(key, encode(learnt)),
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
