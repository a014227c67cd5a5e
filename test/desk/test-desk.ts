import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import express from 'express';
import type { Kysely } from 'kysely';
import pino from 'pino';
import { createDesk, type Desk } from '../../src/desk/desk';
import { readDeskTexts } from '../../src/desk/desk-texts';
import { hashSecret } from '../../src/desk/secrets';
import { ContentError, type Problem } from '../../src/knowledge/problem';
import type { Advisor } from '../../src/storage/advisor-store';
import type { TranscriptEntry } from '../../src/storage/conversation-store';
import { KyselyAdvisorStore } from '../../src/storage/kysely-advisor-store';
import { KyselyAttachmentStore } from '../../src/storage/kysely-attachment-store';
import { KyselyConversationStore } from '../../src/storage/kysely-conversation-store';
import { KyselyOutboxStore } from '../../src/storage/kysely-outbox-store';
import { KyselyTicketStore } from '../../src/storage/kysely-ticket-store';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite';
import type { Tables } from '../../src/storage/tables';
import type { NewTicket, TicketRequest } from '../../src/tickets/ticket';
import { countingIds, TestClock } from '../conversation/harness';
import { Browsing } from './browsing';

export const CONVERSATION = '11111111-0000-4000-8000-000000000001';
export const CAMILLE: Advisor = { id: 'advisor-camille', login: 'camille', name: 'Camille, conseillère' };
export const NADIR: Advisor = { id: 'advisor-nadir', login: 'nadir', name: 'Nadir, conseiller' };

export const REQUEST: TicketRequest = {
  subject: 'Mon remboursement du 3 mai',
  message: "Bonjour,\nje n'ai rien reçu.",
  name: 'Léa Noël',
  postcode: '93200',
  reach: { kind: 'email', value: 'lea@example.org' },
  failures: [
    { question: 'où est mon argent', topics: ['remboursement-suivi'] },
    { question: 'toujours rien', topics: [] },
  ],
  showConversation: true,
};

export interface TestDesk {
  address: string;
  clock: TestClock;
  desk: Desk;
  tickets: KyselyTicketStore;
  attachments: KyselyAttachmentStore;
  advisors: KyselyAdvisorStore;
  /** Conversations whose watchers were woken. */
  notified: string[];
  /** One for each time the delivery was woken. */
  woken: string[];
  /** How often a transcript was read. */
  transcriptsRead: string[];
  dataDirectory: string;
  /** What the log holds. */
  logged: string[];
  transcript(): Promise<TranscriptEntry[]>;
  /** Writes a ticket as a turn of the bot does; answers its id. */
  writeTicket(rest?: Partial<NewTicket>): Promise<string>;
  /** The person adds to a ticket. */
  personAdds(ticketId: string, text: string): Promise<void>;
  /** A browser in which this advisor is signed in. */
  browserOf(advisor: Advisor): Promise<Browsing>;
  /** One in which nobody is. */
  newBrowser(): Browsing;
  stop(): Promise<void>;
}

export interface TestDeskOptions {
  publicUrl?: string;
  throttle?: boolean;
  fund?: string | null;
  assets?: string;
  /** Who has an account. */
  advisors?: readonly Advisor[];
  /** Empty, and closed by whoever opened it; left out: one in memory. */
  db?: Kysely<Tables>;
}

export function deskTexts() {
  const problems: Problem[] = [];
  const file = 'src/desk/desk-texts.fr.yaml';
  const texts = readDeskTexts(readFileSync(file, 'utf8'), file, problems);
  if (!texts) throw new ContentError(problems);
  return texts;
}

/** The desk on a server of its own: a database in memory, a clock that the test moves, a free port. */
export async function startTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const { publicUrl, throttle = false, fund = null, assets = resolve('src/desk/ui') } = options;
  const { advisors: accounts = [CAMILLE, NADIR] } = options;
  const clock = new TestClock(new Date('2026-11-23T09:00:00Z'));
  const ids = countingIds();
  const db = options.db ?? (await openSqlite(':memory:'));
  const conversations = new KyselyConversationStore(db);
  const tickets = new KyselyTicketStore(db);
  const attachments = new KyselyAttachmentStore(db);
  const advisors = new KyselyAdvisorStore(db);
  const dataDirectory = mkdtempSync(join(tmpdir(), 'guichet-desk-'));
  const notified: string[] = [];
  const transcriptsRead: string[] = [];
  const logged: string[] = [];
  const woken: string[] = [];
  const desk = createDesk({
    tickets,
    advisors,
    attachments,
    transcript: (conversationId) => {
      transcriptsRead.push(conversationId);
      return conversations.transcript(conversationId, 0);
    },
    outbox: new KyselyOutboxStore(db),
    wakeDelivery: () => void woken.push('delivery'),
    notify: (conversationId) => void notified.push(conversationId),
    clock,
    ids,
    titles: {
      fund: (code) => `Caisse ${code}`,
      topic: (id) => (id === 'remboursement-suivi' ? 'Suivre un remboursement' : undefined),
      motive: (id) => (id === 'retard-paiement' ? 'Un paiement en retard' : `motif ${id}`),
    },
    texts: deskTexts(),
    maskLabels: { nir: '[numéro masqué]', iban: '[compte masqué]', card: '[carte masquée]', password: '[masqué]' },
    dataDirectory,
    publicUrl,
    fund,
    throttle,
    assets,
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
  });
  const server = createServer(express().use('/desk', desk.router));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  for (const advisor of accounts) {
    await advisors.createAdvisor({ ...advisor, passwordHash: null, createdAt: clock.now() });
  }

  async function turn(rest: {
    tickets?: NewTicket[];
    ticketMessages?: { id: string; ticketId: string; text: string }[];
  }) {
    const id = ids.uuid();
    const entry = { conversationId: CONVERSATION, activityId: id, repeatKey: null, channel: 'web' };
    const accepted = await conversations.acceptActivity({ ...entry, activity: {}, receivedAt: clock.now() });
    if (accepted.kind !== 'accepted') throw new Error('a repeat');
    const version = (await conversations.loadConversation(CONVERSATION))?.version ?? 0;
    const said = (text: string, more = {}) => ({ type: 'message', text, ...more });
    const outcome = await conversations.commitTurn(
      {
        conversationId: CONVERSATION,
        channel: 'web',
        answers: accepted.place,
        at: clock.now(),
        state: null,
        messages: [
          { id: `${id}-p`, author: 'person', activity: said('où est <b>mon</b> argent') },
          {
            id: `${id}-b`,
            author: 'bot',
            activity: said('Voici **comment** faire :\n- un\n- deux', {
              suggestedActions: { to: [], actions: [{ type: 'messageBack', title: 'Oui' }] },
            }),
          },
        ],
        events: [],
        tickets: rest.tickets ?? [],
        ticketMessages: rest.ticketMessages ?? [],
      },
      version,
    );
    if (outcome !== 'committed') throw new Error(outcome);
  }

  let numbers = 0;
  return {
    address,
    clock,
    desk,
    tickets,
    attachments,
    advisors,
    notified,
    woken,
    transcriptsRead,
    dataDirectory,
    logged,
    transcript: () => conversations.transcript(CONVERSATION, 0),
    async writeTicket(rest = {}) {
      const id = ids.uuid();
      const number = `26-4827-${1590 + ++numbers}-K`;
      const ticket = { id, number, codeHash: `hash of ${id}`, motive: 'retard-paiement', fund: null, urgent: false };
      await turn({ tickets: [{ ...ticket, promisedBy: null, request: REQUEST, ...rest }] });
      return id;
    },
    personAdds: (ticketId, text) => turn({ ticketMessages: [{ id: ids.uuid(), ticketId, text }] }),
    async browserOf(advisor) {
      const secret = `secret of ${advisor.login} ${ids.uuid()}`.replaceAll(' ', '-');
      const now = clock.now();
      await advisors.saveSession({
        hash: hashSecret(secret),
        advisorId: advisor.id,
        createdAt: now,
        lastSeenAt: now,
      });
      return new Browsing(address, new Map([['guichet_desk', secret]]));
    },
    newBrowser: () => new Browsing(address),
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      if (!options.db) await db.destroy();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
