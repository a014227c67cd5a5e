/** Content that was checked once need not be checked again: the same files under the same rules have the same faults. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Remembers content without faults between two runs of the program. It may forget it at any time: it is checked again then. */
export interface CheckMemory {
  isSound(key: string): boolean;
  keepSound(key: string): void;
}

export const NO_CHECKS: CheckMemory = { isSound: () => false, keepSound: () => undefined };

/** One key for the same content under the same rules. `version`: see `Knowledge`. */
export function keyOfChecked(version: string): string {
  return `${version}-${hashOfRules()}`;
}

let rules: string | undefined;

/** Of the program's own files in this folder: whatever is changed in a rule, content is checked anew. */
function hashOfRules(): string {
  rules ??= readHash();
  return rules;
}

function readHash(): string {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[jt]s$/.test(file));
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(__dirname, file)));
  return hash.digest('hex').slice(0, 12);
}
