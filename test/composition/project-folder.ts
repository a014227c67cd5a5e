import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentFolder } from '../knowledge/content-folder';
import { smallContent } from '../knowledge/small-content';

const SENTENCES = ['dialogs/texts.fr.yaml', 'dialogs/words.fr.yaml', 'src/desk/desk-texts.fr.yaml'];

/** A folder of its own with all that `loadEverything` reads: small content, and the sentences as they are shipped. */
export function projectFolder(files = smallContent()): string {
  const root = contentFolder(files);
  for (const file of SENTENCES) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    cpSync(file, join(root, file));
  }
  return root;
}
