import type { Activity } from 'botbuilder';
import { waitFor } from './wait-for';

/** How the server answered one call; `body` is its JSON. */
export interface Answer<T> {
  status: number;
  headers: Headers;
  body: T;
}

export interface Refusal {
  error: { code: string; message: string };
}

export interface Opened {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

export interface ServedActivities {
  activities: Partial<Activity>[];
  watermark: string;
}

export interface Call {
  method?: 'GET' | 'POST';
  token?: string;
  /** Sent as JSON; a string is sent as it stands. */
  body?: unknown;
  signal?: AbortSignal;
}

/** One call of Direct Line, for the server at `address` (`http://localhost:1234`). */
export async function call<T = Refusal>(address: string, path: string, options: Call = {}): Promise<Answer<T>> {
  const { method = 'POST', token, body = {}, signal } = options;
  const response = await fetch(`${address}/directline${path}`, {
    method,
    ...(signal && { signal }),
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as T };
}

/** A new conversation, greeted. */
export async function startConversation(address: string): Promise<Opened> {
  return (await call<Opened>(address, '/conversations')).body;
}

export type Open = Pick<Opened, 'conversationId' | 'token'>;

/** Posts a message; with a `clientActivityID` the same one twice is a repeat. */
export async function post(
  address: string,
  { conversationId, token }: Open,
  text: string,
  clientActivityID?: string,
): Promise<Answer<{ id: string }>> {
  const body = { type: 'message', text, channelData: { clientActivityID } };
  return call(address, `/conversations/${conversationId}/activities`, { token, body });
}

export async function activities(
  address: string,
  { conversationId, token }: Open,
  watermark = 0,
): Promise<ServedActivities> {
  const path = `/conversations/${conversationId}/activities?watermark=${watermark}`;
  return (await call<ServedActivities>(address, path, { method: 'GET', token })).body;
}

/** The activity that answers the message with this id, once it is there. */
export async function answerTo(address: string, open: Open, id: string): Promise<Partial<Activity>> {
  return waitFor(`the answer to ${id}`, async () => {
    const { activities: all } = await activities(address, open);
    return all.find(({ replyToId, from }) => replyToId === id && from?.role === 'bot');
  });
}
