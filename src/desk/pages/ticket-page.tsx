import { frenchDate } from '../../knowledge/render';
import { ageWords, momentWords, parisDay } from '../french-words';
import { paths } from '../paths';
import { isLate } from '../queue';
import { ActionSection } from './action-section';
import { AttachmentSection } from './attachment-section';
import { ConversationSection } from './conversation-section';
import { MessageList } from './message-list';
import { Notice } from './notice';
import { renderPage } from './page';
import { holderWords } from './queue-page';
import { RequestSection } from './request-section';
import { lastSeqOf, type Outcome, type TicketView } from './ticket-view';

export function ticketPage(view: TicketView, outcome: Outcome = {}): string {
  const { ticket, thread, advisor, undelivered, texts } = view;
  const title = texts.say('ticket.title', { number: ticket.number });
  return renderPage({
    texts,
    title,
    advisor,
    undelivered,
    failed: outcome.fault !== undefined || outcome.moved?.refused === true,
    children: (
      <>
        <h1 id="ticket" data-version={ticket.version}>
          {title}
        </h1>
        <OutcomeNotice view={view} outcome={outcome} />
        <News {...view} />
        <Facts {...view} />
        <RequestSection {...view} />
        <AttachmentSection {...view} />
        <ConversationSection {...view} />
        <section class="panel" id="thread">
          <h2>{texts.say('ticket.thread')}</h2>
          {thread.length === 0 ? (
            <p>{texts.say('ticket.thread-empty')}</p>
          ) : (
            <MessageList messages={thread} texts={texts} />
          )}
        </section>
        <ActionSection view={view} outcome={outcome} />
      </>
    ),
  });
}

function Facts({ ticket, holders, advisor, now, texts }: TicketView) {
  const { urgent, status, createdAt, promisedBy, assignedTo } = ticket;
  const late = isLate(ticket, parisDay(now));
  const written = { age: ageWords(createdAt, now, texts), moment: momentWords(createdAt, texts) };
  return (
    <ul class="facts">
      {urgent && (
        <li>
          <strong class="mark">{texts.say('queue.urgent')}</strong>
        </li>
      )}
      <li>{texts.say('ticket.status', { status: texts.say(`status.${status}`) })}</li>
      <li>{holderWords(assignedTo, advisor, holders, texts)}</li>
      <li>{texts.say('ticket.written', written)}</li>
      {promisedBy && (
        <li class={late ? 'late' : undefined}>
          {texts.say(late ? 'queue.late' : 'queue.promised', { day: frenchDate(promisedBy) })}
        </li>
      )}
    </ul>
  );
}

function OutcomeNotice({ view, outcome: { done, fault, moved } }: { view: TicketView; outcome: Outcome }) {
  const { ticket, holders, advisor, texts } = view;
  if (moved) {
    const status = texts.say(`status.${ticket.status}`);
    const holder = holderWords(ticket.assignedTo, advisor, holders, texts);
    return (
      <Notice failed={moved.refused}>
        <h2>{texts.say(moved.news.length > 0 || moved.refused ? 'refused.moved-title' : 'refused.kept-title')}</h2>
        <p>{moved.why}</p>
        <p>{texts.say('refused.now', { status, holder })}</p>
        <h3>{texts.say('refused.news')}</h3>
        {moved.news.length === 0 ? (
          <p>{texts.say('refused.no-news')}</p>
        ) : (
          <MessageList messages={moved.news} texts={texts} />
        )}
      </Notice>
    );
  }
  const said = fault ?? done;
  return said === undefined ? null : (
    <Notice failed={fault !== undefined}>
      <p>{said}</p>
    </Notice>
  );
}

/** Shown by the script when the ticket has moved; the text that is being written comes along. */
function News({ ticket, thread, texts }: TicketView) {
  return (
    <div role="status">
      <div id="ticket-news" class="notice" hidden>
        <p>{texts.say('news.ticket')}</p>
        <form method="post" action={paths.ticketAction(ticket.id, 'look')} data-carries="text">
          <input type="hidden" name="seen" value={lastSeqOf(thread)} />
          <input type="hidden" name="text" value="" />
          <button class="choice">{texts.say('news.read')}</button>
        </form>
      </div>
    </div>
  );
}
