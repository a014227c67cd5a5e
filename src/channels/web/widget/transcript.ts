import type { Activity, OutgoingMessage, SuggestedAction } from './activity';
import { fr } from './fr';

/** `refused`: the server said why, and the same text would be refused again unless `retry`. */
export type Delivery =
  { kind: 'sending' } | { kind: 'sent' } | { kind: 'failed'; reason: string; remedy: 'retry' | 'edit' };

/** What the screen shows, oldest first. `key` never changes, so that a message is never drawn twice. */
export type Entry =
  | { kind: 'person'; key: string; id: string | undefined; at: Date; message: OutgoingMessage; delivery: Delivery }
  | {
      kind: 'assistant';
      key: string;
      name: string;
      byAdvisor: boolean;
      at: Date | undefined;
      text: string;
      actions: SuggestedAction[];
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

/** Shows a message before the server has it; a retry puts the bubble already there back to `sending`. */
export function withOutgoing(entries: Entry[], message: OutgoingMessage, now: Date): Entry[] {
  const key = message.clientActivityId;
  const delivery: Delivery = { kind: 'sending' };
  if (entries.some((entry) => entry.key === key)) return withDelivery(entries, key, delivery);
  return [...entries, { kind: 'person', key, id: undefined, at: now, message, delivery }];
}

/** A message once sent stays sent: a late time-out does not make it failed. */
export function withDelivery(entries: Entry[], key: string, delivery: Delivery, id?: string): Entry[] {
  return entries.map((entry) =>
    entry.key === key && entry.kind === 'person' && entry.delivery.kind !== 'sent'
      ? { ...entry, delivery, id: id ?? entry.id }
      : entry,
  );
}

export function without(entries: Entry[], key: string): Entry[] {
  return entries.filter((entry) => entry.key !== key);
}

export function withNote(entries: Entry[], key: string, text: string): Entry[] {
  return [...entries, { kind: 'note', key, text }];
}

function fromPerson(activity: Activity, key: string, now: Date): PersonEntry {
  const { id, text } = activity;
  const message: OutgoingMessage = { clientActivityId: key, text, displayText: text };
  return { kind: 'person', key, id, at: activity.at ?? now, message, delivery: { kind: 'sent' } };
}

function fromAssistant({ id, authorName, byAdvisor, at, text, actions }: Activity): Entry {
  return { kind: 'assistant', key: id, name: authorName ?? fr.assistant, byAdvisor, at, text, actions };
}
