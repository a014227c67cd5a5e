import type { TicketMessage } from '../../tickets/ticket';
import type { DeskTexts } from '../desk-texts';
import { momentWords } from '../french-words';

/** Messages between the person and the advisors, the oldest first. */
export function MessageList({ messages, texts }: { messages: readonly TicketMessage[]; texts: DeskTexts }) {
  return (
    <ol class="messages">
      {messages.map(({ id, author, authorName, at, text }) => (
        <li key={id} class={`from-${author}`}>
          <p class="who">
            <strong>
              {author === 'person'
                ? texts.say('ticket.person')
                : texts.say('ticket.advisor', { name: authorName ?? '' })}
            </strong>{' '}
            <time dateTime={at.toISOString()}>{momentWords(at, texts)}</time>
          </p>
          <p class="typed">{text}</p>
        </li>
      ))}
    </ol>
  );
}
