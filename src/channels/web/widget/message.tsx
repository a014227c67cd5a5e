import type { ComponentChildren } from 'preact';
import type { Opinion, OutgoingMessage } from './activity';
import { fileSize } from './file-size';
import { fr } from './fr';
import { Markdown } from './markdown';
import { messageTime } from './message-time';
import { OpinionOf } from './opinion';
import type { Delivery, Entry } from './transcript';

/** What a message needs of the chat around it. */
export interface MessageContext {
  locale: string;
  onRetry: (message: OutgoingMessage) => void;
  onEdit: (message: OutgoingMessage) => void;
  onOpinion: (opinion: Opinion) => Promise<boolean>;
}

/** One line of the transcript; its sender is said in words, not by side and colour alone. */
export function Message({ entry, context }: { entry: Entry; context: MessageContext }) {
  if (entry.kind === 'note') return <p class="note">{entry.text}</p>;
  if (entry.kind === 'assistant') {
    const foot = (
      <>
        {entry.at && <Time at={entry.at} locale={context.locale} />}
        {entry.isAnswer && <OpinionOf about={entry.key} onGive={context.onOpinion} />}
      </>
    );
    return (
      <Bubble of="assistant" name={entry.name} nameShown={entry.byAdvisor} foot={foot}>
        <Markdown text={entry.text} />
      </Bubble>
    );
  }
  const { message, files } = entry;
  return (
    <Bubble of="person" name={fr.you} foot={<Sent entry={entry} context={context} />}>
      {message.displayText && <p class="typed">{message.displayText}</p>}
      {files.map(({ name, bytes }, index) => (
        <p key={index}>{fr.fileSent(fileSize(name, bytes))}</p>
      ))}
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

function Time({ at, locale }: { at: Date; locale: string }) {
  return <time dateTime={at.toISOString()}>{messageTime(at, new Date(), locale)}</time>;
}

interface SentProps {
  entry: Extract<Entry, { kind: 'person' }>;
  context: MessageContext;
}

function Sent({ entry: { at, delivery, message }, context: { locale, onRetry, onEdit } }: SentProps) {
  if (delivery.kind === 'failed') {
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
  return delivery.kind === 'sent' ? <Time at={at} locale={locale} /> : <>{underway(delivery)}</>;
}

function underway(delivery: Delivery): string {
  return delivery.kind === 'waiting' ? fr.waiting : fr.sending;
}
