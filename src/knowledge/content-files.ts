import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of every content file, by its path below the project's root (`knowledge/facts.yaml`), in the order of paths. */
export type ContentFiles = ReadonlyMap<string, string>;

/** Reads the knowledge folder. Throws when it cannot be read. */
export function readContentFiles(directory: string): ContentFiles {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md') || path.endsWith('.yaml'))
    .sort();
  return new Map(paths.map((path) => [`knowledge/${path}`, readFileSync(join(directory, path), 'utf8')]));
}
