import type { ActivitySet, Opinion, OutgoingFile, OutgoingMessage } from './activity';
import { fieldsOf, readActivitySet, textOf } from './read-activity';
import { request, type Call, type Outcome } from './request';
import { upload } from './upload-request';

/** An opened conversation. `streamUrl` is the WebSocket to listen on, usable once and for a minute. */
export interface Opened {
  conversationId: string;
  token: string;
  streamUrl: string | undefined;
  /** The largest file that is taken; undefined: none is. */
  fileMegabytes: number | undefined;
}

/** The calls of Direct Line 3.0 that the widget needs; `base` is their prefix (`https://…/directline`). */
export function directLine(base: string, locale: string) {
  const conversation = (id: string) => `${base}/conversations/${encodeURIComponent(id)}`;
  const since = (watermark: string | undefined) => (watermark ? `?watermark=${encodeURIComponent(watermark)}` : '');

  return {
    generateToken: () => read({ url: `${base}/tokens/generate`, method: 'POST' }, readToken),

    refreshToken: (token: string) => read({ url: `${base}/tokens/refresh`, method: 'POST', token }, readToken),

    start: (token: string) =>
      read({ url: `${base}/conversations`, method: 'POST', token, body: { locale } }, readOpened),

    reopen: (id: string, token: string, watermark: string | undefined) =>
      read({ url: conversation(id) + since(watermark), token }, readOpened),

    activities: (id: string, token: string, watermark: string | undefined): Promise<Outcome<ActivitySet>> =>
      read({ url: `${conversation(id)}/activities${since(watermark)}`, token }, readActivitySet),

    /** Gives the id the server gave the message, so that its echo is not shown twice. */
    post: (id: string, token: string, message: OutgoingMessage) =>
      read({ url: `${conversation(id)}/activities`, method: 'POST', token, body: asActivity(message, locale) }, readId),

    /** One file, with how far it has come. */
    upload: async (id: string, token: string, file: OutgoingFile): Promise<Outcome<string>> =>
      readWith(readId, await upload(`${conversation(id)}/upload`, token, file, asUpload(file, locale))),

    giveOpinion: (id: string, token: string, opinion: Opinion) =>
      read({ url: `${conversation(id)}/activities`, method: 'POST', token, body: asEvent(opinion) }, readId),
  };
}

export type DirectLine = ReturnType<typeof directLine>;

/** An answer that is not what was asked for counts as no answer: a proxy's page with status 200, for one. */
async function read<T>(call: Call, reader: (json: unknown) => T | undefined): Promise<Outcome<T>> {
  return readWith(reader, await request(call));
}

function readWith<T>(reader: (json: unknown) => T | undefined, outcome: Outcome<unknown>): Outcome<T> {
  if (outcome.kind !== 'done') return outcome;
  const value = reader(outcome.value);
  return value === undefined ? { kind: 'unreachable' } : { kind: 'done', value };
}

function readToken(json: unknown): string | undefined {
  return textOf(fieldsOf(json).token);
}

function readOpened(json: unknown): Opened | undefined {
  const fields = fieldsOf(json);
  const conversationId = textOf(fields.conversationId);
  const token = textOf(fields.token);
  if (!conversationId || !token) return undefined;
  const { attachmentMaxMb } = fieldsOf(fields.guichet);
  const fileMegabytes = typeof attachmentMaxMb === 'number' ? attachmentMaxMb : undefined;
  return { conversationId, token, streamUrl: textOf(fields.streamUrl), fileMegabytes };
}

function readId(json: unknown): string | undefined {
  return textOf(fieldsOf(json).id);
}

/** The server overwrites `from`; it is sent because Direct Line clients do. */
function asActivity({ clientActivityId, text, displayText, value }: OutgoingMessage, locale: string) {
  const messageBack = displayText === text ? undefined : { displayText };
  return {
    type: 'message',
    from: { id: 'person', role: 'user' },
    text,
    value,
    locale,
    // The hours of a phone line are said in both clocks where they differ.
    localTimezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    channelData: { clientActivityID: clientActivityId, messageBack },
  };
}

function asUpload({ clientActivityId }: OutgoingFile, locale: string) {
  const channelData = { clientActivityID: clientActivityId };
  return { type: 'message', from: { id: 'person', role: 'user' }, text: '', locale, channelData };
}

function asEvent({ about, useful, comment }: Opinion) {
  return {
    type: 'event',
    name: 'guichet.opinion',
    from: { id: 'person', role: 'user' },
    value: { about, useful, comment },
  };
}
