import type { Activity, OutgoingMessage, SentFile, SuggestedAction } from './activity';
import { fr } from './fr';

/**
 * `waiting`: there is no network, it is sent when there is one again. `failed`: `reason` is said to the person, and the same
 * text would be refused again unless the remedy is `retry`.
 */
export type Delivery =
  | { kind: 'waiting' }
  | { kind: 'sending' }
  | { kind: 'sent' }
  | { kind: 'failed'; reason: string; remedy: 'retry' | 'edit' };

/** What the screen shows, oldest first. `key` never changes, so that a message is never drawn twice. */
export type Entry =
  | {
      kind: 'person';
      key: string;
      id: string | undefined;
      at: Date;
      message: OutgoingMessage;
      delivery: Delivery;
      files: SentFile[];
    }
  | {
      kind: 'assistant';
      key: string;
      name: string;
      byAdvisor: boolean;
      at: Date | undefined;
      text: string;
      actions: SuggestedAction[];
      isAnswer: boolean;
    }
  | { kind: 'note'; key: string; text: string };

type PersonEntry = Extract<Entry, { kind: 'person' }>;

/** Adds a message from the server, or joins the echo of the person's own to its bubble. Given twice, it changes nothing. */
export function withActivity(entries: Entry[], activity: Activity, now: Date): Entry[] {
  const key = activity.clientActivityId ?? activity.id;
  const known = entries.find((entry) => entry.key === key || (entry.kind === 'person' && entry.id === activity.id));
  if (known?.kind === 'person') return withDelivery(entries, known.key, { kind: 'sent' }, activity.id);
  if (known) return entries;
  return [...entries, activity.author === 'person' ? fromPerson(activity, key, now) : fromAssistant(activity)];
}

/** Shows a message before the server has it; for a retry the bubble is there already. */
export function withOutgoing(entries: Entry[], message: OutgoingMessage, delivery: Delivery, now: Date): Entry[] {
  const key = message.clientActivityId;
  if (entries.some((entry) => entry.key === key)) return withDelivery(entries, key, delivery);
  return [...entries, { kind: 'person', key, id: undefined, at: now, message, delivery, files: [] }];
}

/** A message once sent stays sent: a late time-out does not make it failed. */
export function withDelivery(entries: Entry[], key: string, delivery: Delivery, id?: string): Entry[] {
  return entries.map((entry) =>
    entry.key === key && entry.kind === 'person' && entry.delivery.kind !== 'sent'
      ? { ...entry, delivery, id: id ?? entry.id }
      : entry,
  );
}

/** What was written without a network, oldest first. */
export function waitingMessages(entries: Entry[]): OutgoingMessage[] {
  return entries.flatMap((entry) =>
    entry.kind === 'person' && entry.delivery.kind === 'waiting' ? [entry.message] : [],
  );
}

export function without(entries: Entry[], key: string): Entry[] {
  return entries.filter((entry) => entry.key !== key);
}

export function withNote(entries: Entry[], key: string, text: string): Entry[] {
  return [...entries, { kind: 'note', key, text }];
}

function fromPerson(activity: Activity, key: string, now: Date): PersonEntry {
  const { id, text, files } = activity;
  const message: OutgoingMessage = { clientActivityId: key, text, displayText: text };
  return { kind: 'person', key, id, at: activity.at ?? now, message, delivery: { kind: 'sent' }, files };
}

function fromAssistant({ id, authorName, byAdvisor, at, text, actions, isAnswer }: Activity): Entry {
  return { kind: 'assistant', key: id, name: authorName ?? fr.assistant, byAdvisor, at, text, actions, isAnswer };
}
