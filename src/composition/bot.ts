import type { Logger } from 'pino';
import type { DialogPorts, OwnTicket, Recognizers, TicketDesk } from '../../dialogs/ports';
import { holdsAny } from '../../dialogs/phrases';
import { adviseContacts } from '../contacts/advise';
import { departmentOf } from '../contacts/department-of';
import { fundOfCode } from '../contacts/fund-of-code';
import { fundOfCommune } from '../contacts/fund-of-commune';
import { fundOfPostcode } from '../contacts/fund-of-postcode';
import { isHoliday } from '../contacts/holidays';
import { territoryOf } from '../contacts/territory-of';
import { Conversations } from '../conversation/conversations';
import type { Clock, Ids } from '../conversation/ports';
import { asTyped } from '../desk/advisor-activity';
import type { Metrics } from '../insights/metrics';
import type { Knowledge } from '../knowledge/knowledge';
import type { ConversationStore } from '../storage/conversation-store';
import type { Places } from '../storage/database';
import type { TicketStore } from '../storage/ticket-store';
import { findTicket } from '../tickets/find-ticket';
import { issueTicket } from '../tickets/issue-ticket';
import { isAdvisorPresent } from '../tickets/presence';
import type { WorkingCalendar } from '../tickets/reply-date';
import { isFollowed } from '../tickets/states';
import type { Ticket, TicketMessage } from '../tickets/ticket';
import { communes } from './communes';
import { type LoadedContent, maskLabels } from './content';
import type { CurrentContent } from './current-content';
import { limitTries } from './limit-tries';

export interface BotDeps {
  store: ConversationStore;
  tickets: TicketStore;
  clock: Clock;
  ids: Ids;
  log: Logger;
  metrics: Pick<Metrics, 'startTurn'>;
  recognizers: Recognizers;
  escalationAttempts: number;
  /** Code of the fund whose desk this is; `*`: of every fund. */
  fund: string;
  /** Nobody at a fund reads the messages. */
  demonstration: boolean;
  /** Another limit of a turn than the usual one. */
  turnLimitMs?: number;
  /** Hashes the codes of tickets. */
  ticketKey: Uint8Array;
  places: Places;
}

/** The bot, put together: content, stores and ports behind the one object that the doors know. */
export function composeBot(current: CurrentContent, deps: BotDeps): Conversations {
  const tries = limitTries();
  const known = new WeakMap<LoadedContent, DialogPorts>();
  const portsOf = (content: LoadedContent) => {
    const ports = known.get(content) ?? contentPorts(content, { ...deps, tries });
    known.set(content, ports);
    return ports;
  };
  return new Conversations({
    ...deps,
    get maskLabels() {
      return maskLabels(current().texts);
    },
    async dialogPorts(conversationId, at) {
      // Taken once: the turn ends with the content it began with, whatever is loaded meanwhile.
      const ports = portsOf(current());
      return { ...ports, tickets: { ...ports.tickets, own: await ownTickets(conversationId, at, deps.tickets) } };
    },
  });
}

type PortDeps = BotDeps & { tries: ReturnType<typeof limitTries> };

function contentPorts(content: LoadedContent, deps: PortDeps): DialogPorts {
  const { knowledge, search, texts, words } = content;
  const { safety, vocabulary, contacts } = knowledge.content;
  return {
    knowledge: {
      version: knowledge.version,
      article: (topicId) => knowledge.article(topicId),
      topicTelling: (what) => knowledge.content.articles.find(({ tells }) => tells === what)?.id,
      say: (article, name, day) => knowledge.say(article, name, day),
      render: (markdown, day) => knowledge.render(markdown, day),
      emergencies: Object.entries(safety.value.emergencies).map(([id, emergency]) => ({ id, ...emergency })),
      languages: vocabulary.value.languages,
    },
    search,
    adviseContacts: (wish) => adviseContacts(contacts.value, wish),
    recognizers: deps.recognizers,
    funds: fundPorts(knowledge, deps.fund),
    tickets: ticketPorts(knowledge, deps),
    texts,
    words,
    escalationAttempts: deps.escalationAttempts,
  };
}

function fundPorts({ content }: Knowledge, served: string): DialogPorts['funds'] {
  const book = { ...content.funds.value, ...content.communes.value };
  return {
    ofPostcode: (postcode, commune) => fundOfPostcode(book, postcode, commune),
    ofCommune: (commune) => fundOfCommune(book, commune),
    ofCode: (text) => fundOfCode(book, text),
    otherBody: (postcode) => book.others[departmentOf(postcode) ?? '']?.name,
    communesNamed: (name) => communes().named(name),
    communesAtStart: (words) => communes().namedAtStart(words),
    communesLike: (name) => communes().nearest(name),
    territoryOf: (postcode) => territoryOf(postcode) ?? 'metropole',
    fund: (code) => {
      const fund = book.funds[code];
      if (!fund) return undefined;
      const { lines, postcode, city, dated } = fund.address;
      return { name: fund.name, address: [...lines, `${postcode} ${city}`].join(', '), addressYear: dated.slice(0, 4) };
    },
    // Where nobody can tell the fund, the message is taken: an advisor can.
    homeTerritory: book.funds[served]?.territory ?? 'metropole',
    territoryName: (territory) => content.contacts.value.territories[territory]?.name ?? '',
    isServed: (code) => served === '*' || code === null || code === served,
  };
}

function ticketPorts({ content }: Knowledge, { ids, ticketKey, tickets, demonstration, tries }: PortDeps): TicketDesk {
  const byNumber = (number: string, codeHash: string) => tickets.ticketByNumber(number, codeHash);
  const { motives, commitment, guards } = content.motives.value;
  const issue = { ids, key: ticketKey, commitment, calendarOf: (territory: string) => calendarOf(content, territory) };
  return {
    motives: Object.entries(motives).map(([id, motive]) => ({ id, ...motive })),
    guardFor: (motive, message) => guards[motives[motive]?.guard ?? '']?.find(({ words }) => holdsAny(message, words)),
    issue: (order) => issueTicket(order, issue),
    own: [],
    find: async (text, at) => {
      const found = await findTicket(text, { key: ticketKey, byNumber, mayTry: tries.take });
      return found && ownTicket(found, await tickets.thread(found.id), at);
    },
    example: '26-4827-1593-E QT7-M4K',
    demonstration,
  };
}

function calendarOf({ contacts }: Knowledge['content'], territory: string): WorkingCalendar {
  const { territories, holidays } = contacts.value;
  const { zone, holidays: name } = territories[territory] ?? { zone: 'Europe/Paris', holidays: 'metropole' };
  const calendar = holidays[name] ?? { own: [] };
  return { zone, isHoliday: (day) => isHoliday(day, calendar) };
}

async function ownTickets(conversationId: string, at: Date, tickets: TicketStore): Promise<OwnTicket[]> {
  const own = await tickets.ticketsOf(conversationId);
  return Promise.all(own.map(async (ticket) => ownTicket(ticket, await tickets.thread(ticket.id), at)));
}

function ownTicket(ticket: Ticket, thread: readonly TicketMessage[], at: Date): OwnTicket {
  const { id, number, request, status, createdAt } = ticket;
  const last = thread.findLast(({ author }) => author === 'advisor');
  const answer = last ? { author: last.authorName ?? '', at: last.at, text: asTyped(last.text) } : null;
  const followed = { isFollowed: isFollowed(ticket, at), advisorPresent: isAdvisorPresent(ticket, thread, at) };
  return { id, number, subject: request.subject, status, createdAt, answer, ...followed };
}
