import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts, type Texts } from '../../dialogs/texts';
import { readWords, type Words } from '../../dialogs/words';
import { type DeskTexts, readDeskTexts } from '../desk/desk-texts';
import { type Knowledge, loadKnowledge } from '../knowledge/knowledge';
import { ContentError, type Problem } from '../knowledge/problem';
import type { SearchArticle } from '../search/article';
import { buildSearch, type Search } from '../search/search';
import type { Article } from '../knowledge/article';

/** `{{fact:id}}` and its like, and the addresses behind links: no words of the article. */
const PLACEHOLDER = /\{\{[^}]*\}\}|\]\([^)]*\)/g;

/** All that people wrote: what the bot knows, what it says, how it understands. */
export interface LoadedContent {
  knowledge: Knowledge;
  search: Search;
  texts: Texts;
  words: Words;
  /** What the advisors read. */
  deskTexts: DeskTexts;
}

/** Reads knowledge/ and dialogs/*.yaml below the project's root. Throws ContentError with all that is wrong in any of them. */
export function loadEverything(root: string): LoadedContent {
  const problems: Problem[] = [];
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const texts = readTexts(read('dialogs/texts.fr.yaml'), 'dialogs/texts.fr.yaml', problems);
  const words = readWords(read('dialogs/words.fr.yaml'), 'dialogs/words.fr.yaml', problems);
  const deskFile = 'src/desk/desk-texts.fr.yaml';
  const deskTexts = readDeskTexts(read(deskFile), deskFile, problems);
  const knowledge = loadKnowledge(join(root, 'knowledge'), problems);
  if (!knowledge || !texts || !words || !deskTexts) throw new ContentError(problems);
  const { articles, vocabulary, offTopic } = knowledge.content;
  const search = buildSearch(articles.map(searchable), vocabulary.value, offTopic);
  return { knowledge, search, texts, words, deskTexts };
}

/** What the search reads of an article. */
export function searchable({ id, kind, title, questions, keywords, sections }: Article): SearchArticle {
  const [text = '', ...details] = sections.map(({ markdown }) => markdown.replace(PLACEHOLDER, ' '));
  return { id, kind, title, questions, keywords, text, details: details.join('\n') };
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

export function webSentences(texts: Texts) {
  return {
    tooMany: texts.say('web.too-many'),
    busy: texts.say('web.busy'),
    tooLong: texts.say('web.too-long'),
    expired: texts.say('web.expired'),
    forbidden: texts.say('web.forbidden'),
    gone: texts.say('web.gone'),
    notFound: texts.say('web.not-found'),
    unreadable: texts.say('web.unreadable'),
    broken: texts.say('web.broken'),
  };
}
