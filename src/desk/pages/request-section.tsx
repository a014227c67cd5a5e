import type { ComponentChildren } from 'preact';
import type { TicketRequest } from '../../tickets/ticket';
import type { Titles } from '../desk-deps';
import type { DeskTexts } from '../desk-texts';
import type { TicketView } from './ticket-view';

/** What the person asks, who they are, and what the assistant had tried before. */
export function RequestSection({ ticket, titles, texts }: TicketView) {
  const { request, fund, motive } = ticket;
  return (
    <>
      <section class="panel">
        <h2>{texts.say('ticket.request')}</h2>
        <dl class="request">
          <Part label={texts.say('ticket.motive')}>{titles.motive(motive)}</Part>
          <Part label={texts.say('ticket.subject')}>{request.subject}</Part>
          <Part label={texts.say('ticket.message')} typed>
            {request.message}
          </Part>
          <Part label={texts.say('ticket.name')}>{request.name}</Part>
          <Part label={texts.say('ticket.postcode')}>{request.postcode}</Part>
          <Part label={texts.say('ticket.fund')}>
            {fund === null ? texts.say('ticket.fund-unknown') : titles.fund(fund)}
          </Part>
          <Part label={texts.say('ticket.reach')}>{reachWords(request.reach, texts)}</Part>
        </dl>
      </section>
      <section class="panel">
        <h2>{texts.say('ticket.failures')}</h2>
        {request.failures.length === 0 ? (
          <p>{texts.say('ticket.failures-none')}</p>
        ) : (
          <ol class="failures">
            {request.failures.map(({ question, topics }, index) => (
              <li key={index}>
                <p class="typed">{question}</p>
                <p class="quiet-text">{topicWords(topics, titles, texts)}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

function Part({ label, typed = false, children }: { label: string; typed?: boolean; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class={typed ? 'typed' : undefined}>{children}</dd>
    </div>
  );
}

function reachWords(reach: TicketRequest['reach'], texts: DeskTexts): string {
  if (reach.kind === 'none') return texts.say('ticket.reach-none');
  return texts.say(reach.kind === 'email' ? 'ticket.reach-email' : 'ticket.reach-phone', { value: reach.value });
}

function topicWords(topics: readonly string[], titles: Titles, texts: DeskTexts): string {
  if (topics.length === 0) return texts.say('ticket.failure-nothing');
  const shown = topics.map((id) => titles.topic(id) ?? texts.say('ticket.topic-gone', { id }));
  return texts.say('ticket.failure-shown', { topics: shown.join(' ; ') });
}
