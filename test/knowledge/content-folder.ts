import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContentFiles } from '../../src/knowledge/content-files';

/** Writes content below a new folder and answers that folder. It goes when the test file ends. */
export function contentFolder(files: ContentFiles): string {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-content-'));
  folders.push(folder);
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
