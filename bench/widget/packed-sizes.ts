import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of a file as a server sends it, packed as well as each way can. */
export function packedSizes(file: string): { gzip: number; brotli: number } {
  const plain = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return {
    gzip: gzipSync(plain, { level: 9 }).length,
    brotli: brotliCompressSync(plain, { params: quality }).length,
  };
}
