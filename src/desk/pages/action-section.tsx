import { isOpen } from '../../tickets/states';
import type { TicketStatus } from '../../tickets/ticket';
import type { DeskTexts } from '../desk-texts';
import { frenchNumber } from '../french-words';
import { paths } from '../paths';
import { REPLY_LIMIT, statusesAfterReply, statusesToChoose } from '../ticket-rules';
import { lastSeqOf, type Outcome, type TicketView } from './ticket-view';

/** All that an advisor can do with a ticket: take it or give it back, answer it, change its status. */
export function ActionSection({ view, outcome }: { view: TicketView; outcome: Outcome }) {
  const { ticket, advisor, texts, holders } = view;
  const { id, assignedTo, status, version } = ticket;
  const held = assignedTo === null ? 'nobody' : assignedTo === advisor.id ? 'me' : 'other';
  const name = holders.get(assignedTo ?? '') ?? texts.say('ticket.unknown-advisor');
  const showsReply = isOpen(status) && (held !== 'other' || outcome.draft !== undefined);
  return (
    <section class="panel" id="answer">
      <h2>{texts.say('action.heading')}</h2>
      <p>
        {held === 'other' && texts.say('action.held-by-other', { name })}
        {held === 'me' && texts.say('action.held-by-me')}
        {held === 'nobody' && texts.say('action.held-by-nobody')}
      </p>
      {!(showsReply && held === 'other') && (
        <form method="post" action={paths.ticketAction(id, held === 'me' ? 'give-back' : 'take')}>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="seen" value={lastSeqOf(view.thread)} />
          <button class={held === 'other' ? 'main' : 'choice'}>
            {held === 'me' && texts.say('action.give-back')}
            {held === 'nobody' && texts.say('action.take')}
            {held === 'other' && texts.say('action.take-over')}
          </button>
        </form>
      )}
      {!isOpen(status) && <p>{texts.say('action.closed')}</p>}
      {showsReply && <ReplyForm view={view} outcome={outcome} mayTakeOver={held === 'other'} />}
      {held !== 'other' && <StatusForm view={view} />}
    </section>
  );
}

function ReplyForm({ view, outcome, mayTakeOver }: { view: TicketView; outcome: Outcome; mayTakeOver: boolean }) {
  const { ticket, thread, advisor, texts } = view;
  const { draft = '', after, fault } = outcome;
  return (
    <form id="reply" method="post" action={paths.ticketAction(ticket.id, mayTakeOver ? 'take' : 'reply')}>
      <input type="hidden" name="version" value={ticket.version} />
      <input type="hidden" name="seen" value={lastSeqOf(thread)} />
      <div class="field">
        <label for="text">{texts.say('action.text')}</label>
        <p id="text-hint" class="hint">
          {texts.say('action.text-hint', { name: advisor.name, limit: frenchNumber(REPLY_LIMIT) })}{' '}
          {texts.say('action.masked-note')}
        </p>
        {fault && (
          <p id="text-fault" class="fault">
            {fault}
          </p>
        )}
        <textarea
          id="text"
          name="text"
          rows={8}
          aria-describedby={fault ? 'text-hint text-fault' : 'text-hint'}
          aria-invalid={fault ? 'true' : undefined}
          value={draft}
        />
        <p class="hint" id="text-count" data-limit={REPLY_LIMIT} data-for="text">
          {texts.say('action.count', { count: frenchNumber(draft.length), limit: frenchNumber(REPLY_LIMIT) })}
        </p>
      </div>
      {mayTakeOver ? (
        <button class="main">{texts.say('action.take-over')}</button>
      ) : (
        <>
          <StatusChoice
            id="after"
            label={texts.say('action.status-after')}
            choices={statusesAfterReply(ticket.status)}
            chosen={after}
            texts={texts}
          />
          <button class="main">{texts.say('action.send')}</button>
        </>
      )}
    </form>
  );
}

function StatusForm({ view: { ticket, thread, texts } }: { view: TicketView }) {
  return (
    <form method="post" action={paths.ticketAction(ticket.id, 'status')} class="status">
      <h3>{texts.say('action.status-heading')}</h3>
      <input type="hidden" name="version" value={ticket.version} />
      <input type="hidden" name="seen" value={lastSeqOf(thread)} />
      <StatusChoice
        id="status"
        label={texts.say('action.status')}
        choices={statusesToChoose(ticket.status)}
        texts={texts}
      />
      <button class="choice">{texts.say('action.change')}</button>
    </form>
  );
}

function StatusChoice({
  id,
  label,
  choices,
  chosen,
  texts,
}: {
  id: string;
  label: string;
  choices: readonly TicketStatus[];
  chosen?: TicketStatus;
  texts: DeskTexts;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name="status">
        {choices.map((status) => (
          <option key={status} value={status} selected={status === chosen}>
            {texts.say(`status.${status}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
