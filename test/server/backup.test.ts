import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { activities, answerTo, post, startConversation } from '../channels/direct-line-calls';
import { buildOnce, environment, type RunningServer, startServer, temporaryFolder } from './start-server';

jest.setTimeout(300_000);

const document = readFileSync('docs/tasks/back-up-and-restore.md', 'utf8');
const data = temporaryFolder();
const backup = temporaryFolder();
let server: RunningServer | undefined;

beforeAll(() => buildOnce(), 120_000);
afterAll(async () => {
  await server?.stop('SIGKILL');
  data.remove();
  backup.remove();
});

/** Runs the line of the document that holds these words, on our folders instead of its own. */
function runLine(words: string): string {
  const line = document.split('\n').find((one) => one.includes(words) && !one.includes('`'));
  if (!line) throw new Error(`no line with ${words}`);
  const command = line.replace(/\bdata\//g, `${data.path}/`).replace(/\bbackup(?=[/\s]|$)/g, backup.path);
  return execFileSync('sh', ['-ec', command], { encoding: 'utf8', env: environment({}) }).trim();
}

it('a backup made while the server runs is sound, and brings conversations, tokens and codes back', async () => {
  server = await startServer(data.path);
  const opened = await startConversation(server.address);
  const { body } = await post(server.address, opened, 'jai perdu ma carte vital');
  await answerTo(server.address, opened, body.id);
  const kept = await activities(server.address, opened);

  runLine('.backup(process.argv[2])');
  runLine('cp -p data/*.key');
  const { body: later } = await post(server.address, opened, 'merci');
  await answerTo(server.address, opened, later.id);
  await server.stop('SIGKILL');

  expect(runLine('integrity_check')).toBe('ok');
  expect(runLine('npm run --silent migrate')).not.toContain('not yet');

  // The disk is gone; what is restored is the backup alone.
  rmSync(data.path, { recursive: true });
  server = await startServer(backup.path, server.port);
  expect(await activities(server.address, opened)).toEqual(kept);
  const { body: next } = await post(server.address, opened, 'merci');
  expect((await answerTo(server.address, opened, next.id)).text).toContain('Avec plaisir');
  for (const key of ['token.key', 'ticket.key'])
    expect(readFileSync(join(backup.path, key)).length).toBeGreaterThan(30);
});
