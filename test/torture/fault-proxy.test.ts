import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { waitFor } from '../channels/wait-for';
import { FaultProxy } from './fault-proxy';

const LATENCY_MS = 150;
const TRICKLE = { bytes: 4, everyMs: 20 };
const WORDS = 'twenty bytes of words';

/** What a client has heard through the proxy, and how its line ended. */
interface Client {
  socket: Socket;
  heard: string;
  error?: string;
}

let echo: Server;
let proxy: FaultProxy;

beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
  const bound = echo.address();
  const target = { host: '127.0.0.1', port: typeof bound === 'object' && bound ? bound.port : 0 };
  proxy = await FaultProxy.start({ target, latencyMs: LATENCY_MS, trickle: TRICKLE });
});

afterEach(async () => {
  await proxy.stop();
  await new Promise((closed) => echo.close(closed));
});

async function newClient(): Promise<Client> {
  const client: Client = { socket: connect(proxy.port, '127.0.0.1'), heard: '' };
  client.socket.on('data', (data) => (client.heard += data.toString()));
  client.socket.on('error', (error: NodeJS.ErrnoException) => (client.error = error.code));
  await new Promise<void>((done) => client.socket.once('connect', done).once('close', () => done()));
  return client;
}

/** How long the words took there and back. */
async function roundTrip(client: Client): Promise<number> {
  const began = performance.now();
  client.heard = '';
  client.socket.write(WORDS);
  await waitFor('the words', () => client.heard.length >= WORDS.length);
  expect(client.heard).toBe(WORDS);
  return performance.now() - began;
}

it('carries every word while nothing is wrong', async () => {
  const client = await newClient();
  for (let times = 0; times < 3; times++) await roundTrip(client);
});

it('makes them late, in order, also while the line is mended', async () => {
  const client = await newClient();
  proxy.set('latency');
  expect(await roundTrip(client)).toBeGreaterThanOrEqual(LATENCY_MS - 1);
  client.heard = '';
  client.socket.write('one ');
  await wait(LATENCY_MS / 3);
  proxy.set('none');
  client.socket.write('two');
  await waitFor('both', () => client.heard.length === 7);
  expect(client.heard).toBe('one two');
});

it('lets them drip', async () => {
  const client = await newClient();
  proxy.set('trickle');
  const drops = Math.ceil(WORDS.length / TRICKLE.bytes);
  expect(await roundTrip(client)).toBeGreaterThanOrEqual((drops - 1) * TRICKLE.everyMs);
});

it('swallows them without a word, and gives them when the line is mended', async () => {
  const client = await newClient();
  proxy.set('black-hole');
  client.socket.write(WORDS);
  await wait(100);
  expect([client.heard, client.error]).toEqual(['', undefined]);
  proxy.set('none');
  await waitFor('the words', () => client.heard === WORDS);
});

it('resets those who are there and those who come, until the line is mended', async () => {
  const client = await newClient();
  proxy.set('reset');
  await waitFor('the reset', () => client.error === 'ECONNRESET');
  const next = await newClient();
  await waitFor('the next reset', () => next.error === 'ECONNRESET');
  proxy.set('none');
  await roundTrip(await newClient());
});
