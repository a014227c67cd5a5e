import type { FileKind } from './file-kind';

const LONGEST = 120;
/** Control characters, and those that turn the direction of what follows: « facture‮fdp.exe ». */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;
/** What file systems and headers give a meaning of their own. */
const SPECIAL = /[<>:"/\\|?*%;]/g;

/** A sender's name for a file, safe to show and to save under: no folder, nothing invisible, and the ending that its bytes
 *  deserve. `fallback` where nothing of it is left. */
export function fileName(given: string, kind: FileKind, fallback: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(SPECIAL, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const short = [...stem]
    .slice(0, LONGEST - kind.ending.length)
    .join('')
    .trim();
  return (short || fallback) + kind.ending;
}
