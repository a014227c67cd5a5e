import type { Kysely, Selectable } from 'kysely';
import type { Ticket, TicketMessage, TicketRequest, TicketStatus } from '../tickets/ticket';
import { fixedQuery } from './fixed-query';
import type { Tables } from './tables';
import type { AdvisorReply, TicketChange, TicketStore } from './ticket-store';
import { writeReply } from './write-reply';
import { separateWrites } from './writes';

export class KyselyTicketStore implements TicketStore {
  /** `reader`: for whole queues, which may be long. */
  constructor(
    private readonly db: Kysely<Tables>,
    private readonly reader = db,
    private readonly writes = separateWrites(db),
  ) {}

  async queue({ fund, statuses }: { fund: string | null; statuses: readonly TicketStatus[] }): Promise<Ticket[]> {
    if (statuses.length === 0) return [];
    const rows = await this.reader
      .selectFrom('tickets')
      .selectAll()
      .where('status', 'in', statuses)
      .$if(fund !== null, (query) => query.where((row) => row.or([row('fund', '=', fund), row('fund', 'is', null)])))
      .orderBy('created_at')
      .orderBy('number')
      .execute();
    return rows.map(toTicket);
  }

  async ticket(id: string): Promise<Ticket | undefined> {
    const row = await this.db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
    return row && toTicket(row);
  }

  async ticketByNumber(number: string, codeHash: string): Promise<Ticket | undefined> {
    const row = await this.db
      .selectFrom('tickets')
      .selectAll()
      .where('number', '=', number)
      .where('code_hash', '=', codeHash)
      .executeTakeFirst();
    return row && toTicket(row);
  }

  async ticketsOf(conversationId: string): Promise<Ticket[]> {
    const { rows } = await selectTicketsOf(this.db, { conversationId });
    return rows.map(toTicket);
  }

  async thread(ticketId: string): Promise<TicketMessage[]> {
    const rows = await this.db
      .selectFrom('ticket_messages')
      .selectAll()
      .where('ticket_id', '=', ticketId)
      .orderBy('seq')
      .execute();
    return rows.map(({ id, seq, author, author_name: authorName, text, at }) => {
      return { id, ticketId, seq, author: author as TicketMessage['author'], authorName, text, at: new Date(at) };
    });
  }

  async change({
    ticketId,
    expectedVersion,
    at,
    status,
    assignedTo,
  }: TicketChange): Promise<'changed' | 'stale' | 'gone'> {
    const updated = await this.writes.alone((db) =>
      db
        .updateTable('tickets')
        .set((row) => ({
          version: row('version', '+', 1),
          updated_at: at.toISOString(),
          ...(status !== undefined && { status }),
          ...(assignedTo !== undefined && { assigned_to: assignedTo }),
        }))
        .where('id', '=', ticketId)
        .where('version', '=', expectedVersion)
        .executeTakeFirst(),
    );
    if (updated.numUpdatedRows === 1n) return 'changed';
    return (await this.ticket(ticketId)) ? 'stale' : 'gone';
  }

  /** A conversation that moved meanwhile is no fault of the advisor's: the answer is written again behind what came in. */
  async reply(reply: AdvisorReply): Promise<'sent' | 'stale' | 'gone'> {
    for (;;) {
      const found = await this.db
        .selectFrom('tickets')
        .innerJoin('conversations', 'conversations.id', 'tickets.conversation_id')
        .select(['tickets.version', 'conversations.id as conversationId'])
        .select('conversations.version as conversationVersion')
        .where('tickets.id', '=', reply.ticketId)
        .executeTakeFirst();
      if (!found) return 'gone';
      if (found.version !== reply.expectedVersion) return 'stale';
      if ((await writeReply(this.writes, reply, found)) === 'sent') return 'sent';
    }
  }
}

/** Asked at each turn. */
const selectTicketsOf = fixedQuery((db, { conversationId }: { conversationId: string }) =>
  db
    .selectFrom('tickets')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc'),
);

function toTicket(row: Selectable<Tables['tickets']>): Ticket {
  const { id, number, channel, fund, motive, version } = row;
  return {
    id,
    number,
    conversationId: row.conversation_id,
    channel,
    fund,
    motive,
    urgent: row.urgent === 1,
    status: row.status as TicketStatus,
    version,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    promisedBy: row.promised_by,
    assignedTo: row.assigned_to,
    request: JSON.parse(row.request) as TicketRequest,
  };
}
