import type { Activity } from 'botbuilder';
import { IANAZone } from 'luxon';
import { maskText } from '../privacy/mask';
import type { SecretKind } from '../privacy/secret';
import type { Attachment } from '../storage/attachment-store';
import { storable } from '../privacy/storable';

/** What a door hands over: verified and parsed, not yet masked. */
export interface Incoming {
  conversationId: string;
  channel: string;
  /** As it came: only `type`, `text`, `value`, `attachments`, `localTimezone` and `channelData.clientActivityID` are read. */
  activity: Readonly<Record<string, unknown>>;
  /** Unique per message within its channel; null: not deduplicated. */
  repeatKey: string | null;
  /** Files that came with it, and are kept. */
  files?: readonly Attachment[];
  /** What the person thinks of a message of ours. */
  opinion?: { message: string; useful: boolean; commented: boolean };
  /** The person's id in the channel. */
  from: string;
}

/** The activity as it is kept: a copy of named fields, every text in it masked, with the kinds that were found. */
export function keepActivity(
  { activity, conversationId, channel, from, files = [], opinion }: Incoming,
  id: string,
  receivedAt: Date,
  labels: Readonly<Record<SecretKind, string>>,
): Partial<Activity> & { channelData: { clientActivityID?: string; masked: SecretKind[] } } {
  const { text: typed, value, attachments, localTimezone } = activity;
  const text = maskText(typeof typed === 'string' ? storable(typed) : '', labels);
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
    ...(typeof localTimezone === 'string' && IANAZone.isValidZone(localTimezone) && { localTimezone }),
    ...(value !== undefined && { value: buttonValue(value) }),
    ...(opinion && { value: opinion }),
    ...(Array.isArray(attachments) && attachments.length > 0 && { attachments: [{ contentType: 'unread' }] }),
    ...(files.length > 0 && { attachments: files.map(asAttachment) }),
    channelData: { ...(clientActivityID && { clientActivityID }), masked: [...text.kinds] },
  };
}

/** As Bot Framework clients show it; our own id and the size go where a card's content would. */
function asAttachment({ id, name, contentType, size }: Attachment) {
  return { contentType, name, content: { id, size } };
}

export const BOT = { id: 'guichet', name: 'Assistant' };

/** Only what our own buttons send back, key by key: nothing a person wrote can stand in it. */
function buttonValue(value: unknown): Record<string, string | number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const kept = Object.entries(value).filter(([key, entry]) => BUTTON_KEYS[key]?.test(String(entry)));
  return Object.fromEntries(kept);
}

const BUTTON_KEYS: Readonly<Record<string, RegExp>> = {
  v: /^\d$/,
  ask: /^(menu|[0-9a-f-]{36}\.\d{1,2})$/,
  choice: /^[a-z][a-z0-9-]{0,60}$/,
  topic: /^[a-z][a-z0-9-]{0,60}$/,
};

/** The client's own name for a message: the same one twice is a repeat, not a second message. */
export function clientActivityId({ channelData }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof channelData !== 'object' || channelData === null || !('clientActivityID' in channelData)) return undefined;
  const { clientActivityID } = channelData;
  const id = typeof clientActivityID === 'string' ? storable(clientActivityID) : '';
  return id.length > 0 && id.length <= 100 ? id : undefined;
}
