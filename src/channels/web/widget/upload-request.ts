import type { OutgoingFile } from './activity';
import { fieldsOf, textOf } from './read-activity';
import type { Outcome } from './request';

/** A phone on a slow network sends 5 MB in about two minutes. */
const timeoutMs = 5 * 60_000;

/**
 * Sends a file as Direct Line wants it: a part `activity` and a part `file`. `fetch` does not tell how far it has come,
 * XMLHttpRequest does. Called off, it ends as `unreachable`. Never throws.
 */
export function upload(
  url: string,
  token: string,
  outgoing: OutgoingFile,
  activity: object,
): Promise<Outcome<unknown>> {
  const { file, progress, signal } = outgoing;
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.timeout = timeoutMs;
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = request.ontimeout = request.onabort = () => resolve({ kind: 'unreachable' });
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Outcome<unknown> {
  const json = parse(responseText);
  if (status >= 200 && status < 300) return { kind: 'done', value: json };
  if (status === 0 || status >= 500) return { kind: 'unreachable' };
  return { kind: 'refused', status, message: textOf(fieldsOf(fieldsOf(json).error).message) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
