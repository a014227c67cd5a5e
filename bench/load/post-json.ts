import { Agent, request } from 'node:http';
import { ANSWER_LIMIT_MS } from './door';

/** Connections are kept. `node:http` and no client on top of it: the load generator shares the machine with what it measures. */
const agent = new Agent({ keepAlive: true });

/** Posts JSON and answers the JSON that comes back; undefined where the body is empty. Rejects on anything but 2xx. */
export function postJson(url: string, body: unknown, token?: string): Promise<unknown> {
  const text = JSON.stringify(body);
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const posted = request(url, { method: 'POST', agent, headers, timeout: ANSWER_LIMIT_MS }, (response) => {
      const { statusCode = 0 } = response;
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (data: string) => (answer += data));
      response.once('error', reject);
      response.once('end', () => {
        if (statusCode >= 300) reject(new Error(`${statusCode} ${answer}`));
        else resolve(answer === '' ? undefined : JSON.parse(answer));
      });
    });
    posted.once('timeout', () => posted.destroy(new Error('no answer in time')));
    posted.once('error', reject);
    posted.end(text);
  });
}
