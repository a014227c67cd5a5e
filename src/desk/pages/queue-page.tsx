import { frenchDate } from '../../knowledge/render';
import type { Advisor } from '../../storage/advisor-store';
import type { Ticket } from '../../tickets/ticket';
import type { Titles } from '../desk-deps';
import type { DeskTexts } from '../desk-texts';
import { ageWords, parisDay } from '../french-words';
import { paths } from '../paths';
import { isLate, QUEUE_VIEWS, type QueueView } from '../queue';
import { renderPage } from './page';

export interface Queue {
  view: QueueView;
  tickets: readonly Ticket[];
  /** How many stand in each view; the done ones are not counted. */
  counts: Readonly<Partial<Record<QueueView, number>>>;
  /** Said when the list is cut. */
  limit?: number;
  /** Names of those who hold tickets, by id. */
  holders: ReadonlyMap<string, string>;
  advisor: Advisor;
  undelivered: number;
  now: Date;
}

export function queuePage(queue: Queue, titles: Titles, texts: DeskTexts): string {
  const { view, tickets, counts, limit, advisor, undelivered } = queue;
  const title = texts.say('desk.queue');
  return renderPage({
    texts,
    title,
    advisor,
    undelivered,
    children: (
      <>
        <h1>{title}</h1>
        <p id="news" role="status" class="news" data-news={texts.say('queue.changed')} />
        <div id="queue" data-refresh>
          <Views view={view} counts={counts} texts={texts} />
          {tickets.length === 0 ? (
            <p class="panel">{texts.say(view === 'open' ? 'queue.empty-open' : 'queue.empty-view')}</p>
          ) : (
            <ol class="queue">
              {tickets.map((ticket) => (
                <QueueRow key={ticket.id} ticket={ticket} queue={queue} titles={titles} texts={texts} />
              ))}
            </ol>
          )}
          {limit !== undefined && <p>{texts.say('queue.done-limit', { count: limit })}</p>}
        </div>
      </>
    ),
  });
}

function Views({ view, counts, texts }: Pick<Queue, 'view' | 'counts'> & { texts: DeskTexts }) {
  return (
    <nav aria-label={texts.say('view.label')}>
      <ul class="views">
        {QUEUE_VIEWS.map((one) => (
          <li key={one}>
            <a href={paths.view(one)} aria-current={one === view ? 'page' : undefined}>
              {texts.say(`view.${one}`)} {counts[one] !== undefined && texts.say('view.count', { count: counts[one] })}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface RowProps {
  ticket: Ticket;
  queue: Queue;
  titles: Titles;
  texts: DeskTexts;
}

function QueueRow({ ticket, queue: { holders, advisor, now }, titles, texts }: RowProps) {
  const { id, number, urgent, motive, request, status, createdAt, promisedBy, assignedTo } = ticket;
  const late = isLate(ticket, parisDay(now));
  return (
    <li class={urgent ? 'row urgent' : 'row'}>
      <div class="what">
        <a href={paths.ticket(id)}>
          {urgent && <strong class="mark">{texts.say('queue.urgent')}</strong>} {titles.motive(motive)}
        </a>
        <p class="subject">{request.subject}</p>
      </div>
      <ul class="facts">
        <li>{texts.say('queue.number', { number })}</li>
        <li>
          <time dateTime={createdAt.toISOString()}>{ageWords(createdAt, now, texts)}</time>
        </li>
        <li>{texts.say(`status.${status}`)}</li>
        <li>{holderWords(assignedTo, advisor, holders, texts)}</li>
        {promisedBy && (
          <li class={late ? 'late' : undefined}>
            {texts.say(late ? 'queue.late' : 'queue.promised', { day: frenchDate(promisedBy) })}
          </li>
        )}
      </ul>
    </li>
  );
}

/** « Suivie par vous », « Suivie par Camille », « Pas encore prise ». */
export function holderWords(
  assignedTo: string | null,
  advisor: Advisor,
  holders: ReadonlyMap<string, string>,
  texts: DeskTexts,
): string {
  if (assignedTo === null) return texts.say('queue.holder-none');
  if (assignedTo === advisor.id) return texts.say('queue.holder-me');
  return texts.say('queue.holder', { name: holders.get(assignedTo) ?? texts.say('ticket.unknown-advisor') });
}
