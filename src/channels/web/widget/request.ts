import { fieldsOf, textOf } from './read-activity';

/**
 * How a call ended. `refused`: the server said no (4xx), `message` is its French sentence for the person, if any.
 * `unreachable`: no answer in time, no network, or a server that is ill (5xx); trying again later may help.
 */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; status: number; message: string | undefined }
  | { kind: 'unreachable' };

export interface Call {
  url: string;
  method?: 'GET' | 'POST';
  token?: string;
  body?: unknown;
}

/** Long enough for a slow mobile network, short enough that the person is told before giving up. */
const timeoutMs = 10_000;

/** Calls the server and reads its JSON. Never throws. */
export async function request(call: Call): Promise<Outcome<unknown>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetch(call.url, { ...options(call), signal: abort.signal });
    const json: unknown = await response.json().catch(() => undefined);
    if (response.ok) return { kind: 'done', value: json };
    if (response.status >= 500) return { kind: 'unreachable' };
    return { kind: 'refused', status: response.status, message: textOf(fieldsOf(fieldsOf(json).error).message) };
  } catch {
    return { kind: 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

function options(call: Call): RequestInit {
  const headers: Record<string, string> = {};
  if (call.token) headers.authorization = `Bearer ${call.token}`;
  if (call.method === 'POST') headers['content-type'] = 'application/json';
  return {
    method: call.method ?? 'GET',
    headers,
    body: call.method === 'POST' ? JSON.stringify(call.body ?? {}) : undefined,
    cache: 'no-store',
    credentials: 'omit',
  };
}
