import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts, type Texts } from '../../dialogs/texts';
import { readWords, type Words } from '../../dialogs/words';
import { type DeskTexts, readDeskTexts } from '../desk/desk-texts';
import { type Knowledge, loadKnowledge } from '../knowledge/knowledge';
import { ContentError, type Problem } from '../knowledge/problem';
import { maskText } from '../privacy/mask';
import type { Search } from '../search/search';
import { checkFiles } from './check-files';
import { searchOf } from './search-of';
import { weightFiles } from './weight-files';

const SENTENCES = {
  texts: 'dialogs/texts.fr.yaml',
  words: 'dialogs/words.fr.yaml',
  desk: 'src/desk/desk-texts.fr.yaml',
};

/** All that people wrote: what the bot knows, what it says, how it understands. */
export interface LoadedContent {
  knowledge: Knowledge;
  search: Search;
  texts: Texts;
  words: Words;
  /** What the advisors read. */
  deskTexts: DeskTexts;
}

/** Where content stands, below the project's root. */
export const CONTENT_PLACES = ['knowledge', ...Object.values(SENTENCES)];

/** Reads knowledge/ and dialogs/*.yaml below the project's root, as they are to be served on that day (ISO). Throws
 *  ContentError with all that is wrong in any of them. `learning` is told before the seconds that new content takes. */
export function loadEverything(root: string, day: string, learning?: () => void): LoadedContent {
  const problems: Problem[] = [];
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const texts = readTexts(read(SENTENCES.texts), SENTENCES.texts, problems);
  const words = readWords(read(SENTENCES.words), SENTENCES.words, problems);
  const deskTexts = readDeskTexts(read(SENTENCES.desk), SENTENCES.desk, problems);
  const knowledge = loadKnowledge(join(root, 'knowledge'), day, problems, checkFiles(root));
  if (!knowledge || !texts || !words || !deskTexts) throw new ContentError(problems);
  return { knowledge, search: searchOf(knowledge.content, weightFiles(root, learning)), texts, words, deskTexts };
}

/** What stands in the place of a secret. */
export function maskLabels(texts: Texts) {
  return {
    nir: texts.say('mask.nir'),
    iban: texts.say('mask.iban'),
    card: texts.say('mask.card'),
    password: texts.say('mask.password'),
  };
}

/** What the web door says by itself, read when it is said: the texts may have been loaded again since. `megabytes`: the largest
 *  file that is taken. */
export function webWords(texts: Pick<Texts, 'say'>, megabytes: number) {
  return {
    get unnamedFile() {
      return texts.say('web.unnamed-file');
    },
    mask: (text: string) => maskText(text, maskLabels(texts)).text,
    sentences: {
      get tooMany() {
        return texts.say('web.too-many');
      },
      get busy() {
        return texts.say('web.busy');
      },
      get tooLong() {
        return texts.say('web.too-long');
      },
      get expired() {
        return texts.say('web.expired');
      },
      get forbidden() {
        return texts.say('web.forbidden');
      },
      get gone() {
        return texts.say('web.gone');
      },
      get notFound() {
        return texts.say('web.not-found');
      },
      get unreadable() {
        return texts.say('web.unreadable');
      },
      get broken() {
        return texts.say('web.broken');
      },
      get fileType() {
        return texts.say('web.file-type');
      },
      get fileTooLarge() {
        return texts.say('web.file-too-large', { limit: megabytes });
      },
      get tooManyFiles() {
        return texts.say('web.too-many-files');
      },
    },
  };
}
