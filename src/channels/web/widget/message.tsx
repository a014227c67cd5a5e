import type { ComponentChildren } from 'preact';
import type { OutgoingMessage } from './activity';
import { fr } from './fr';
import { Markdown } from './markdown';
import { messageTime } from './message-time';
import type { Delivery, Entry } from './transcript';

/** What can be done about a message that did not get through. */
export interface Remedies {
  onRetry: (message: OutgoingMessage) => void;
  onEdit: (message: OutgoingMessage) => void;
}

/** One line of the transcript; its sender is said in words, not by side and colour alone. */
export function Message({ entry, remedies }: { entry: Entry; remedies: Remedies }) {
  if (entry.kind === 'note') return <p class="note">{entry.text}</p>;
  if (entry.kind === 'assistant') {
    return (
      <Bubble of="assistant" name={entry.name} nameShown={entry.byAdvisor} foot={entry.at && <Time at={entry.at} />}>
        <Markdown text={entry.text} />
      </Bubble>
    );
  }
  const { message, delivery, at } = entry;
  return (
    <Bubble of="person" name={fr.you} foot={<Sent at={at} delivery={delivery} message={message} remedies={remedies} />}>
      <p class="typed">{message.displayText}</p>
    </Bubble>
  );
}

interface BubbleProps {
  of: Entry['kind'];
  name: string;
  /** Else it is said to screen readers only. */
  nameShown?: boolean;
  foot: ComponentChildren;
  children: ComponentChildren;
}

function Bubble({ of, name, nameShown = false, foot, children }: BubbleProps) {
  return (
    <div class={`message ${of}`}>
      <div class="bubble">
        {nameShown ? <strong class="sender">{name}</strong> : <span class="hidden">{fr.saysPrefix(name)}</span>}
        {children}
      </div>
      <div class="foot">{foot}</div>
    </div>
  );
}

function Time({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{messageTime(at, new Date())}</time>;
}

interface SentProps {
  at: Date;
  delivery: Delivery;
  message: OutgoingMessage;
  remedies: Remedies;
}

function Sent({ at, delivery, message, remedies: { onRetry, onEdit } }: SentProps) {
  if (delivery.kind === 'sent') return <Time at={at} />;
  if (delivery.kind === 'sending') return <>{fr.sending}</>;
  const retry = delivery.remedy === 'retry';
  return (
    <>
      <strong class="failure">{delivery.reason}</strong>
      <button type="button" class="quiet" onClick={() => (retry ? onRetry : onEdit)(message)}>
        {retry ? fr.retry : fr.edit}
      </button>
    </>
  );
}
