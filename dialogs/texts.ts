import type { Problem } from '../src/knowledge/problem';
import { readSentences, type Sentences } from '../src/knowledge/sentences';
import { TEXT_KEYS } from './text-keys';

/** Says a sentence of `texts.fr.yaml`. */
export type Texts = Sentences<typeof TEXT_KEYS>;

/** Reads the sentences. Whatever is wrong goes to `problems`, all at once; the texts are then undefined. */
export function readTexts(yaml: string, file: string, problems: Problem[]): Texts | undefined {
  return readSentences(yaml, TEXT_KEYS, file, problems);
}
