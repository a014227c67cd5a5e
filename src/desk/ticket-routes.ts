import type { Request, Response, Router } from 'express';
import type { Advisor } from '../storage/advisor-store';
import type { Ticket } from '../tickets/ticket';
import type { DeskDeps } from './desk-deps';
import { field, idIn, numberField } from './form';
import { frenchNumber } from './french-words';
import { paths } from './paths';
import type { AdvisorHandler, OnlySignedIn } from './signed-in';
import type { Kept, Read, TicketDesk } from './ticket-desk';
import { readStatus, REPLY_LIMIT, statusesAfterReply, statusesToChoose, statusWhenTaken } from './ticket-rules';

/** What may be said on a ticket's page after it was changed; named in the address, so that a reload does nothing again. */
const DONE = ['replied', 'replied-masked', 'taken', 'given-back', 'changed'] as const;
type Done = (typeof DONE)[number];

interface Asked {
  request: Request;
  response: Response;
  advisor: Advisor;
  ticket: Ticket;
  read: Read;
}

/** A ticket's page and its forms. Each form says which version was read: what was written on an older one is refused. */
export function addTicketRoutes(
  router: Router,
  desk: TicketDesk,
  { texts }: Pick<DeskDeps, 'texts'>,
  { onlySignedIn, notFound }: { onlySignedIn: OnlySignedIn; notFound: AdvisorHandler },
): void {
  const onTicket = (act: (asked: Asked) => Promise<void>) =>
    onlySignedIn(async (request, response, advisor) => {
      const ticket = await desk.ticket(idIn(request));
      const read = { version: numberField(request, 'version'), seen: numberField(request, 'seen') };
      if (ticket) await act({ request, response, advisor, ticket, read });
      else await notFound(request, response, advisor);
    });

  router.get(
    '/tickets/:id',
    onTicket(({ request, response, advisor, ticket }) => {
      const done = DONE.find((one) => one === request.query['done']);
      return desk.show(response, advisor, ticket, 200, done && { done: texts.say(`done.${done}`) });
    }),
  );
  router.post('/tickets/:id/take', onTicket(take));
  router.post(
    '/tickets/:id/give-back',
    onTicket((asked) => change(asked, { assignedTo: null }, 'given-back')),
  );
  router.post('/tickets/:id/status', onTicket(changeStatus));
  router.post('/tickets/:id/reply', onTicket(reply));
  router.post(
    '/tickets/:id/look',
    onTicket(({ request, response, advisor, ticket, read: { seen } }) => {
      const why = texts.say('news.ticket');
      return desk.showKept(response, advisor, ticket, { why, seen, draft: field(request, 'text') });
    }),
  );

  async function take(asked: Asked): Promise<void> {
    const { request, advisor, ticket } = asked;
    const draft = field(request, 'text');
    await change(asked, { assignedTo: advisor.id, status: statusWhenTaken(ticket.status) }, 'taken', draft);
  }

  async function changeStatus(asked: Asked): Promise<void> {
    const { request, response, advisor, ticket } = asked;
    const status = readStatus(field(request, 'status'), statusesToChoose(ticket.status));
    // On an older version another choice stood on the page: that it is old is what the advisor has to know.
    if (status || isStale(asked)) await change(asked, { status }, 'changed');
    else await desk.show(response, advisor, ticket, 422, { fault: texts.say('refused.status') });
  }

  async function reply(asked: Asked): Promise<void> {
    const { request, response, advisor, ticket, read } = asked;
    const draft = field(request, 'text').trim();
    const after = readStatus(field(request, 'status'), statusesAfterReply(ticket.status));
    if (isStale(asked)) return refuse(asked, { why: texts.say('refused.stale-reply'), draft, after });
    const isOthers = ticket.assignedTo !== null && ticket.assignedTo !== advisor.id;
    if (isOthers) return refuse(asked, { why: texts.say('refused.held'), draft, after });
    const fault = faultIn(draft) ?? (after ? undefined : texts.say('refused.status'));
    if (fault || !after) return desk.show(response, advisor, ticket, 422, { draft, after, fault });
    const outcome = await desk.reply(ticket, read, { advisor, text: draft, status: after });
    if (outcome === 'stale' || outcome === 'gone') {
      await refuseNewest(asked, { why: texts.say('refused.stale-reply'), draft, after });
    } else seeOther(response, ticket, outcome === 'sent' ? 'replied' : 'replied-masked');
  }

  function faultIn(draft: string): string | undefined {
    if (draft === '') return texts.say('refused.empty');
    return draft.length > REPLY_LIMIT
      ? texts.say('refused.too-long', { count: frenchNumber(draft.length), limit: frenchNumber(REPLY_LIMIT) })
      : undefined;
  }

  async function change(asked: Asked, to: Parameters<TicketDesk['change']>[2], done: Done, draft = ''): Promise<void> {
    const { response, advisor, ticket, read } = asked;
    const outcome = await desk.change(ticket, read, to);
    const why = texts.say(draft === '' ? 'refused.stale-change' : 'refused.stale-reply');
    if (outcome !== 'changed') return refuseNewest(asked, { why, draft });
    if (draft === '') return seeOther(response, ticket, done);
    const now = await desk.ticket(ticket.id);
    await desk.show(response, advisor, now ?? ticket, 200, { draft, done: texts.say(`done.${done}`) });
  }

  function refuse({ response, advisor, ticket, read: { seen } }: Asked, { draft, ...kept }: Refusal): Promise<void> {
    return desk.showRefused(response, advisor, ticket, { ...kept, seen, draft: draft === '' ? undefined : draft });
  }

  /** Somebody wrote between our reading and our writing: shown is what they wrote. */
  async function refuseNewest(asked: Asked, refusal: Refusal): Promise<void> {
    const { request, response, advisor } = asked;
    const ticket = await desk.ticket(asked.ticket.id);
    await (ticket ? refuse({ ...asked, ticket }, refusal) : notFound(request, response, advisor));
  }
}

type Refusal = Omit<Kept, 'seen'>;

function isStale({ ticket, read }: Asked): boolean {
  return ticket.version !== read.version;
}

function seeOther(response: Response, ticket: Ticket, done: Done): void {
  response.redirect(303, `${paths.ticket(ticket.id)}?done=${done}`);
}
