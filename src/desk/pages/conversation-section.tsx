import type { DeskTexts } from '../desk-texts';
import { momentWords } from '../french-words';
import { type Spoken, spokenIn } from '../spoken';
import { Markdown } from './markdown';
import type { TicketView } from './ticket-view';

/** What the person and the assistant said to each other, if the person allows it. */
export function ConversationSection({ transcript, texts }: TicketView) {
  const spoken = transcript && spokenIn(transcript);
  return (
    <section class="panel">
      <h2>{texts.say('ticket.conversation')}</h2>
      {spoken === undefined ? (
        <p>{texts.say('ticket.conversation-hidden')}</p>
      ) : (
        <details>
          <summary>{texts.say('ticket.conversation-show', { count: spoken.length })}</summary>
          <ol class="messages">
            {spoken.map((message) => (
              <Said key={message.seq} message={message} texts={texts} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Said({ message, texts }: { message: Spoken; texts: DeskTexts }) {
  const { author, at, text, buttons, hasAttachment } = message;
  return (
    <li class={`from-${author}`}>
      <p class="who">
        <strong>{authorWords(message, texts)}</strong> <time dateTime={at.toISOString()}>{momentWords(at, texts)}</time>
      </p>
      {author === 'person' ? <p class="typed">{text}</p> : <Markdown text={text} />}
      {hasAttachment && <p class="quiet-text">{texts.say('ticket.attachment')}</p>}
      {buttons.length > 0 && (
        <p class="quiet-text">
          {texts.say('ticket.buttons', { titles: buttons.map((one) => `« ${one} »`).join(', ') })}
        </p>
      )}
    </li>
  );
}

function authorWords({ author, name }: Spoken, texts: DeskTexts): string {
  if (author === 'person') return texts.say('ticket.person');
  return author === 'advisor' ? texts.say('ticket.advisor', { name }) : texts.say('ticket.assistant');
}
