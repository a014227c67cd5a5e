import type { Activity } from 'botbuilder';
import { maskText, type SecretKind } from '../privacy/mask';
import type { Json } from '../storage/conversation-store';

/** What a door hands over: verified and parsed, not yet masked. */
export interface Incoming {
  conversationId: string;
  channel: string;
  /** As it came: only `type`, `text`, `value`, `attachments` and `channelData.clientActivityID` are read, all else is dropped. */
  activity: Readonly<Record<string, unknown>>;
  /** Unique per message within its channel; null: not deduplicated. */
  repeatKey: string | null;
  /** The person's id in the channel. */
  from: string;
}

/** The activity as it is kept: a copy of named fields, every text in it masked, with the kinds that were found. */
export function keepActivity(
  { activity, conversationId, channel, from }: Incoming,
  id: string,
  receivedAt: Date,
  labels: Readonly<Record<SecretKind, string>>,
): Partial<Activity> & { channelData: { clientActivityID?: string; masked: SecretKind[] } } {
  const { text: typed, value, attachments } = activity;
  const text = maskText(typeof typed === 'string' ? typed : '', labels);
  const clientActivityID = clientActivityId(activity);
  return {
    type: typeof activity['type'] === 'string' ? activity['type'] : 'message',
    id,
    timestamp: receivedAt,
    channelId: channel,
    conversation: { id: conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: from, name: '', role: 'user' },
    recipient: { id: BOT.id, name: BOT.name },
    locale: 'fr-FR',
    text: text.text,
    ...(value !== undefined && { value: maskValue(value, labels) }),
    ...(Array.isArray(attachments) && attachments.length > 0 && { attachments: [{ contentType: 'unread' }] }),
    channelData: { ...(clientActivityID && { clientActivityID }), masked: [...text.kinds] },
  };
}

export const BOT = { id: 'guichet', name: 'Assistant' };

/** A button's value is small and flat; anything else is dropped rather than kept unread. */
function maskValue(value: unknown, labels: Readonly<Record<SecretKind, string>>): Json {
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).filter(([, entry]) => typeof entry === 'string' || typeof entry === 'number');
  return Object.fromEntries(
    entries.map(([key, entry]: [string, string | number]) => [
      key,
      typeof entry === 'string' ? maskText(entry.slice(0, 200), labels).text : entry,
    ]),
  );
}

/** The client's own name for a message: the same one twice is a repeat, not a second message. */
export function clientActivityId({ channelData }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('clientActivityID' in channelData)) return undefined;
  const id = channelData.clientActivityID;
  return typeof id === 'string' && id.length > 0 && id.length <= 100 ? id : undefined;
}
