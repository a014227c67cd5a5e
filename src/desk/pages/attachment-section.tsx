import { sizeWords } from '../french-words';
import { paths } from '../paths';
import type { TicketView } from './ticket-view';

/** What the person sent along: to be saved, never shown in the page. */
export function AttachmentSection({ ticket, attachments, texts }: TicketView) {
  if (attachments.length === 0) return null;
  return (
    <section class="panel">
      <h2>{texts.say('ticket.attachments')}</h2>
      <p class="quiet-text">{texts.say('ticket.attachments-caution')}</p>
      <ul>
        {attachments.map(({ id, name, size }) => (
          <li key={id}>
            <a href={paths.attachment(ticket.id, id)} download={name}>
              {texts.say('ticket.attachment-link', { name, size: sizeWords(size) })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
