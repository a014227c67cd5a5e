import type { Advice } from '../src/contacts/advise';
import type { Article, SectionName } from '../src/knowledge/article';
import type { SearchOutcome, SeveralOutcome } from '../src/search/outcome';
import type { Texts } from './texts';
import type { Words } from './words';

/** All that the dialogs reach outside of themselves, through small interfaces. None of them writes. */
export interface DialogPorts {
  knowledge: KnowledgeView;
  search: { searchMessage(message: string): SearchOutcome | SeveralOutcome };
  /** Contacts at that moment, best first; `preferred` are those of the subject. */
  adviseContacts(preferred: readonly string[], at: Date): Advice[];
  recognizers: Recognizers;
  texts: Texts;
  words: Words;
  /** Failed attempts after which writing to an advisor is offered. */
  escalationAttempts: number;
}

/** One version of the content, for the whole turn. `day` is ISO, e.g. `2026-11-22`. */
export interface KnowledgeView {
  version: string;
  article(topicId: string): Article | undefined;
  say(article: Article, name: SectionName, day: string): string | undefined;
  render(markdown: string, day: string): string;
  emergencies: readonly Emergency[];
  /** Function words that tell another language: by its code. */
  languages: Readonly<Record<string, readonly string[]>>;
}

export interface Emergency {
  id: string;
  say: string;
  words: readonly string[];
  unless: readonly string[];
}

/** Answers null when the words were not understood, or not in time. */
export interface Recognizers {
  boolean(text: string): Promise<boolean | null>;
  /** Place in a list, from 1. */
  ordinal(text: string): Promise<number | null>;
}
