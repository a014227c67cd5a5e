import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { buildOnce, environment, temporaryFolder } from './start-server';

jest.setTimeout(60_000);

const folder = temporaryFolder();

beforeAll(() => buildOnce(), 120_000);
afterAll(() => folder.remove());

interface Run {
  settings?: NodeJS.ProcessEnv;
  input?: string;
}

function run(program: string, args: string[], { settings = {}, input = '' }: Run = {}) {
  const env = environment({ DATA_DIR: folder.path, ...settings });
  return spawnSync(program, args, { env, input, encoding: 'utf8', timeout: 50_000 });
}

const guichet = (args: string[], how?: Run) => run(process.execPath, [resolve('scripts/run.mjs'), ...args], how);
const ask = (args: string[], input?: string) => run('npm', ['run', '--silent', 'ask', '--', ...args], { input });

describe('a wrong configuration', () => {
  it('is told with all its problems at once, and the exit code is 2', () => {
    const { status, stderr, stdout } = guichet(['serve'], { settings: { PORT: '80a', RATE_LIMIT: 'maybe' } });
    expect(status).toBe(2);
    expect(stderr).toMatch(/PORT .*"80a"/);
    expect(stderr).toMatch(/RATE_LIMIT .*on or off.*"maybe"/);
    expect(stdout).toBe('');
  });

  it('such as a command that does not exist names those that do', () => {
    const { status, stderr } = guichet(['sevre']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/sevre.*serve.*ask/);
  });
});

describe('wrong usage', () => {
  // A person at a keyboard reads this: one sentence, and no stack.
  const stack = /^\s+at /m;

  it.each([
    ['an option that does not exist', ['ask', '--jsno', 'question'], '', /jsno/],
    ['a line that is no JSON', ['ask', '--jsonl'], '{"q":"merci"}\n{bad\n', /2/],
    ['no question', ['ask', '--json'], '', /question/],
  ])('such as %s is told in a sentence, and the exit code is 2', (_what, args, input, told) => {
    const { status, stderr } = guichet(args, { input });
    expect(stderr).not.toMatch(stack);
    expect(stderr).toMatch(told);
    expect(status).toBe(2);
  });

  it('such as a port that is taken is told in a sentence, and the exit code is 2', async () => {
    const taken = createServer();
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = guichet(['serve'], { settings: { PORT: String(port), LOG_LEVEL: 'silent' } });
    taken.close();
    expect(stderr).not.toMatch(stack);
    expect(stderr).toContain(String(port));
    expect(status).toBe(2);
  });
});

describe('in production', () => {
  const production = { settings: { NODE_ENV: 'production' } };

  it.each([
    ['nothing was built', false],
    ['the sources have changed since', true],
  ])('it does not start where %s: it says so and exits with 2', (_where, built) => {
    const copy = join(folder.path, built ? 'stale' : 'unbuilt');
    cpSync('scripts', join(copy, 'scripts'), { recursive: true });
    if (built) {
      mkdirSync(join(copy, 'dist'));
      writeFileSync(join(copy, 'dist/.stamp'), 'of other sources');
    }
    const { status, stderr, stdout } = run(process.execPath, [join(copy, 'scripts/run.mjs'), 'serve'], production);
    expect(status).toBe(2);
    expect(stderr).toContain('npm run build');
    expect(stdout).toBe('');
  });
});

describe('npm run ask', () => {
  const KEYS = ['question', 'decision', 'confidence', 'topics', 'explanation'];
  const read = (line: string) => JSON.parse(line) as Record<string, unknown>;

  it('with --json prints one object and nothing else', () => {
    const { status, stdout } = ask(['--json', 'jai perdu ma carte vital']);
    expect(status).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const answer = read(stdout);
    expect(Object.keys(answer)).toEqual(KEYS);
    expect(answer).toMatchObject({ question: 'jai perdu ma carte vital', decision: 'found' });
    expect(answer['confidence']).toBeGreaterThan(0);
    expect(answer['confidence']).toBeLessThanOrEqual(1);
    const topics = answer['topics'] as { id: string; score: number }[];
    expect(topics[0]?.id).toBe('vitale-perdue');
    expect(topics.length).toBeLessThanOrEqual(5);
    const scores = topics.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
  });

  it('with --jsonl answers each line, in order', () => {
    const questions = ['jai perdu ma carte vital', 'azerty qsdf wxcv', 'mon mari ne respire plus', 'arrêt de travail'];
    const { status, stdout } = ask(['--jsonl'], questions.map((q) => `${JSON.stringify({ q })}\n`).join(''));
    expect(status).toBe(0);
    const answers = stdout.trimEnd().split('\n').map(read);
    expect(answers.map(({ question }) => question)).toEqual(questions);
    expect(answers.map(({ decision }) => decision).slice(0, 3)).toEqual(['found', 'none', 'safety']);
    for (const answer of answers) expect(Object.keys(answer)).toEqual(KEYS);
  });

  it('says safety for an emergency', () => {
    expect(read(ask(['--json', 'je veux me suicider']).stdout)).toMatchObject({ decision: 'safety' });
  });
});

describe('npm run chat', () => {
  it('answers what is piped into it, and ends with it', () => {
    const { status, stdout } = guichet(['chat'], { input: 'jai perdu ma carte vital\nnon\n' });
    expect(status).toBe(0);
    expect(stdout).toContain('Déclarez la perte');
    expect(stdout).toContain('Demande 1 sur 2');
    expect(stdout).not.toContain('**');
  });
});
