import { frenchSpaces } from '../conversation/french-spaces';
import type { Problem } from '../knowledge/problem';
import { readSentences, type Sentences } from '../knowledge/sentences';
import { DESK_TEXT_KEYS } from './desk-text-keys';

/** Says a sentence of `desk-texts.fr.yaml`. */
export type DeskTexts = Sentences<typeof DESK_TEXT_KEYS>;

/** Reads the desk's sentences. Whatever is wrong goes to `problems`, all at once; the texts are then undefined. */
export function readDeskTexts(yaml: string, file: string, problems: Problem[]): DeskTexts | undefined {
  const sentences = readSentences(yaml, DESK_TEXT_KEYS, file, problems);
  return sentences && { say: (key, ...filling) => frenchSpaces(sentences.say(key, ...filling)) };
}
