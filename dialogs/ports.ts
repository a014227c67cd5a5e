import type { Advice } from '../src/contacts/advise';
import type { Commune } from '../src/contacts/communes';
import type { FundOfPostcode } from '../src/contacts/fund-of-postcode';
import type { Article, SectionName } from '../src/knowledge/article';
import type { MessageOutcome } from '../src/search/outcome';
import type { IssueOrder } from '../src/tickets/issue-ticket';
import type { NewTicket, TicketStatus } from '../src/tickets/ticket';
import type { Texts } from './texts';
import type { Words } from './words';

/** All that the dialogs reach outside of themselves, through small interfaces. None of them writes. */
export interface DialogPorts {
  knowledge: KnowledgeView;
  search: { searchMessage(message: string): MessageOutcome };
  /** Contacts at that moment, best first. */
  adviseContacts(wish: ContactWish): Advice[];
  recognizers: Recognizers;
  tickets: TicketDesk;
  funds: FundBook;
  texts: Texts;
  words: Words;
  /** Failed attempts after which writing to an advisor is offered. */
  escalationAttempts: number;
}

export interface ContactWish {
  /** Those of the subject, best first. */
  preferred: readonly string[];
  at: Date;
  territory: string;
  /** No voice contact is shown. */
  cannotPhone: boolean;
}

/** What the dialogs know of tickets: this conversation's, as they stood when the turn began, and how to make one. */
export interface TicketDesk {
  motives: readonly Motive[];
  /** What a message of this motive must not be sent for, because it has a way of its own; undefined: nothing stands in the way. */
  guardFor(motive: string, words: readonly string[]): { say: string } | undefined;
  /** Makes the number and the code; the turn's commit writes it. */
  issue(order: IssueOrder): { ticket: NewTicket; code: string };
  /** Of this conversation, the newest first. */
  own: readonly OwnTicket[];
  /** Found by what the person wrote, number and code in any order; undefined when either is wrong. */
  find(text: string, at: Date): Promise<OwnTicket | undefined>;
  /** A number and a code as people write them. */
  example: string;
  /** Nobody at a fund reads the messages of a demonstration, and the receipt says so. */
  demonstration: boolean;
}

export interface Motive {
  id: string;
  title: string;
  /** What the message should say. */
  needs: readonly string[];
  topics: readonly string[];
  keywords: readonly string[];
}

export interface OwnTicket {
  id: string;
  number: string;
  subject: string;
  status: TicketStatus;
  createdAt: Date;
  /** Somebody still follows it: what the person writes may be for it. */
  isFollowed: boolean;
  /** The advisor's last answer, as Markdown that shows what was typed; null: none yet. */
  answer: { author: string; at: Date; text: string } | null;
  /** An advisor has just answered: what the person writes now goes straight to them. */
  advisorPresent: boolean;
}

export interface FundBook {
  /** Where people live who do not say: the territory of the desk's own fund. */
  homeTerritory: string;
  /** « en métropole », « à La Réunion ». */
  territoryName(territory: string): string;
  ofPostcode(postcode: string, commune?: string): FundOfPostcode;
  /** Undefined: nobody here knows it. */
  ofCommune(commune: Commune): string | undefined;
  /** The present code, from three figures or nine; a closed fund's gives the one that took its place. */
  ofCode(text: string): string | undefined;
  /** The body of its own that serves there in place of a fund. */
  otherBody(postcode: string): string | undefined;
  /** Whose very name this is, the most populous first. */
  communesNamed(name: string): Commune[];
  /** Whose name the words begin with. */
  communesAtStart(words: string): Commune[];
  /** Of that name or, where there is none, of names that were most likely meant. */
  communesLike(name: string): Commune[];
  territoryOf(postcode: string): string;
  fund(code: string): { name: string; address: string; addressYear: string } | undefined;
  /** Whether this desk takes the messages of that fund; null: nobody could tell the fund. */
  isServed(code: string | null): boolean;
}

/** One version of the content, for the whole turn. `day` is ISO, e.g. `2026-11-22`. */
export interface KnowledgeView {
  version: string;
  article(topicId: string): Article | undefined;
  /** The topic of the article that goes with a fund looked up for the person; undefined: there is none. */
  topicTelling(what: NonNullable<Article['tells']>): string | undefined;
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
