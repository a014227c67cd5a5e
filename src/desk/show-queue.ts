import type { Response } from 'express';
import type { Advisor } from '../storage/advisor-store';
import type { Ticket } from '../tickets/ticket';
import { answerPage } from './answer-page';
import type { DeskDeps } from './desk-deps';
import { queuePage } from './pages/queue-page';
import { byLastChange, countIn, DONE_STATUSES, OPEN_STATUSES, QUEUE_VIEWS, queueOf, type QueueView } from './queue';

/** Done tickets stay for years: a page shows the last ones. */
const DONE_SHOWN = 100;

/** Shows one view of the queue. */
export async function showQueue(deps: DeskDeps, response: Response, advisor: Advisor, view: QueueView): Promise<void> {
  const { tickets, outbox, fund, clock, titles, texts } = deps;
  const open = await tickets.queue({ fund, statuses: OPEN_STATUSES });
  const done = view === 'done' ? await tickets.queue({ fund, statuses: DONE_STATUSES }) : [];
  const shown = view === 'done' ? done.sort(byLastChange).slice(0, DONE_SHOWN) : queueOf(open, view, advisor.id);
  const counted = QUEUE_VIEWS.filter((one) => one !== 'done');
  const page = queuePage(
    {
      view,
      tickets: shown,
      counts: Object.fromEntries(counted.map((one) => [one, countIn(open, one, advisor.id)])),
      limit: done.length > shown.length ? DONE_SHOWN : undefined,
      holders: await holdersOf(shown, deps),
      advisor,
      undelivered: await outbox.countSetAside(),
      now: clock.now(),
    },
    titles,
    texts,
  );
  answerPage(response, 200, page);
}

async function holdersOf(tickets: readonly Ticket[], { advisors }: DeskDeps): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(tickets.flatMap(({ assignedTo }) => assignedTo ?? []))];
  const found = await Promise.all(ids.map((id) => advisors.advisor(id)));
  return new Map(found.flatMap((advisor) => (advisor ? [[advisor.id, advisor.name] as const] : [])));
}
