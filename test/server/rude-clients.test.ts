import { connect, type Socket } from 'node:net';
import { startConversation } from '../channels/direct-line-calls';
import { buildOnce, type RunningServer, startServer, temporaryFolder } from './start-server';

/** Connections that break off, go silent or never finish: phones in a tunnel, and people who mean harm. */
jest.setTimeout(60_000);

const STOP_LIMIT_MS = 10_000;
const folder = temporaryFolder();
const sockets: Socket[] = [];
let server: RunningServer;

beforeAll(() => buildOnce(), 120_000);

beforeEach(async () => {
  server = await startServer(folder.path);
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server?.stop('SIGKILL');
});

afterAll(() => folder.remove());

/** A bare connection that has sent these words. */
async function send(words: string): Promise<Socket> {
  const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => undefined);
  sockets.push(socket);
  await new Promise<void>((sent) => socket.write(words, () => sent()));
  return socket;
}

/** Once the server has said something, or is gone. */
async function answered(socket: Socket): Promise<void> {
  if (socket.closed) return;
  await new Promise((resolve) => socket.once('data', resolve).once('close', resolve));
}

async function reset(socket: Socket): Promise<void> {
  if (socket.closed) return;
  await new Promise((resolve) => socket.once('close', resolve).resetAndDestroy());
}

const upgrade = (path: string) =>
  [
    `GET ${path} HTTP/1.1`,
    'Host: localhost',
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    '\r\n',
  ].join('\r\n');

async function stopsKindly(): Promise<void> {
  const asked = performance.now();
  expect(await server.stop('SIGTERM')).toBe(0);
  expect(performance.now() - asked).toBeLessThan(STOP_LIMIT_MS);
}

describe('the server', () => {
  it('outlives connections that are reset while a stream is refused', async () => {
    for (let sent = 0; sent < 100; sent++) {
      const socket = await send(upgrade('/directline/conversations/x/stream?t=nonsense'));
      // Reset at the very moment, or at the next, or once the refusal is there: all three happen.
      if (sent % 3 === 1) await new Promise(setImmediate);
      if (sent % 3 === 2) await answered(socket);
      await reset(socket);
    }
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  it('outlives streams that are reset while they are open', async () => {
    const { pathname, search } = new URL((await startConversation(server.address)).streamUrl);
    for (let sent = 0; sent < 20; sent++) {
      const socket = await send(upgrade(pathname + search));
      if (sent % 2 === 0) await answered(socket);
      await reset(socket);
    }
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
  });

  it('stops in time, and with 0, while a stream no longer answers', async () => {
    const { pathname, search } = new URL((await startConversation(server.address)).streamUrl);
    const silent = await send(upgrade(pathname + search));
    await answered(silent);
    await stopsKindly();
  });

  it('stops in time, and with 0, while a request never ends', async () => {
    await send('POST /directline/conversations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    await stopsKindly();
  });
});
