import { TRIES_LIMIT } from '../../conversation/retry';
import type { Advisor } from '../../storage/advisor-store';
import type { SetAsideMessage } from '../../storage/outbox-store';
import type { Ticket } from '../../tickets/ticket';
import type { DeskTexts } from '../desk-texts';
import { ageWords } from '../french-words';
import { paths } from '../paths';
import { Notice } from './notice';
import { renderPage } from './page';

export interface Undelivered {
  message: SetAsideMessage;
  /** Undefined: the person has not written to an advisor of this desk. */
  ticket: Ticket | undefined;
}

interface UndeliveredView {
  /** The oldest first. */
  messages: readonly Undelivered[];
  /** Of all, also those that are not shown. */
  count: number;
  advisor: Advisor;
  now: Date;
  /** What the last thing the advisor did has come to. */
  done: string | undefined;
}

/** What was set aside. The messages themselves are not shown: who may read a conversation reads them there. */
export function undeliveredPage({ messages, count, advisor, now, done }: UndeliveredView, texts: DeskTexts): string {
  const title = texts.say('undelivered.title');
  return renderPage({
    texts,
    title,
    advisor,
    undelivered: count,
    children: (
      <>
        <h1>{title}</h1>
        {done !== undefined && (
          <Notice>
            <p>{done}</p>
          </Notice>
        )}
        <p>{texts.say('undelivered.intro')}</p>
        {messages.length === 0 ? (
          <p class="panel">{texts.say('undelivered.none')}</p>
        ) : (
          <ol class="queue">
            {messages.map((one) => (
              <Row key={one.message.id} {...one} now={now} texts={texts} />
            ))}
          </ol>
        )}
        {count > messages.length && <p>{texts.say('undelivered.limit', { count: messages.length })}</p>}
      </>
    ),
  });
}

function Row({ message, ticket, now, texts }: Undelivered & { now: Date; texts: DeskTexts }) {
  const { id, channel, tries, error, createdAt } = message;
  const age = ageWords(createdAt, now, texts);
  return (
    <li class="row undelivered">
      <div class="what">
        {ticket ? (
          <a href={paths.ticket(ticket.id)}>{texts.say('ticket.title', { number: ticket.number })}</a>
        ) : (
          <strong>{texts.say('undelivered.no-ticket')}</strong>
        )}
        <p>{texts.say(tries < TRIES_LIMIT ? 'undelivered.refused' : 'undelivered.gave-up', { count: tries })}</p>
      </div>
      <ul class="facts">
        <li>{texts.say('undelivered.channel', { channel: channelName(channel, texts) })}</li>
        <li>
          <time dateTime={createdAt.toISOString()}>{texts.say('undelivered.since', { age })}</time>
        </li>
        <li class="typed">{texts.say('undelivered.detail', { error })}</li>
      </ul>
      <form method="post" action={paths.sendAgain(id)}>
        <button class="choice" aria-label={texts.say('undelivered.send-again-label', { age })}>
          {texts.say('undelivered.send-again')}
        </button>
      </form>
    </li>
  );
}

/** A channel that has no word of its own yet is named as the program names it. */
function channelName(channel: string, texts: DeskTexts): string {
  return channel === 'teams' ? texts.say('channel.teams') : channel;
}
