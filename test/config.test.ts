import { ConfigError, readConfig, VARIABLES } from '../src/config';

const DEFAULTS = {
  PORT: 3978,
  HOST: '127.0.0.1',
  DATA_DIR: './data',
  TRUST_PROXY: 0,
  DRAIN_SECONDS: 0,
  ATTACHMENT_MAX_MB: 5,
  RATE_LIMIT: 'on',
  ESCALATION_ATTEMPTS: 2,
  LOG_LEVEL: 'info',
  FUND: '*',
  DEMONSTRATION: 'on',
};

/** The message of the error, a line for each thing that is wrong. */
function problems(environment: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
}

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual(DEFAULTS);
});

test('every value can be set', () => {
  const environment = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/guichet',
    PUBLIC_URL: 'https://assistant.example.org',
    DATABASE_URL: 'postgres://guichet:secret@db.example.org/guichet',
    SECRET_KEY: Buffer.from('thirty-two bytes and a few more of them').toString('base64'),
    DRAIN_SECONDS: '3',
    TRUST_PROXY: '1',
    CHAT_ORIGINS: 'https://www.caisse.example, http://localhost:8080',
    ATTACHMENT_MAX_MB: '10',
    RATE_LIMIT: 'off',
    ESCALATION_ATTEMPTS: '3',
    LOG_LEVEL: 'debug',
    NODE_ENV: 'production',
    FUND: '591',
    DEMONSTRATION: 'off',
  };
  const numbers = { PORT: 8080, TRUST_PROXY: 1, ESCALATION_ATTEMPTS: 3, DRAIN_SECONDS: 3, ATTACHMENT_MAX_MB: 10 };
  const CHAT_ORIGINS = ['https://www.caisse.example', 'http://localhost:8080'];
  expect(readConfig(environment)).toEqual({ ...environment, ...numbers, CHAT_ORIGINS });
});

test('a variable that is set and empty counts as left out', () => {
  const empty = Object.fromEntries(VARIABLES.map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(DEFAULTS);
});

test('what is nobody’s is left out', () => {
  expect(readConfig({ PATH: '/usr/bin', SECRET: 'x' })).toEqual(DEFAULTS);
});

test.each([
  'https://www.caisse.example/',
  '*',
  'www.caisse.example',
  'https://www.caisse.example:443',
  'https://a.example;https://b.example',
])('CHAT_ORIGINS=%s is no list of origins', (text) => {
  expect(problems({ CHAT_ORIGINS: text })[0]).toMatch(/^- CHAT_ORIGINS must be origins/);
});

test('the result is frozen', () => {
  const config = readConfig({});
  expect(Object.isFrozen(config)).toBe(true);
  expect(() => Object.assign(config, { PORT: 1 })).toThrow(TypeError);
});

test('the environment is left as it was', () => {
  const environment = Object.freeze({ PORT: '80', HOST: '' });
  readConfig(environment);
  expect(environment).toEqual({ PORT: '80', HOST: '' });
});

test.each([
  ['PORT', '0', '65535'],
  ['TRUST_PROXY', '0', '10'],
  ['ESCALATION_ATTEMPTS', '1', '10'],
])('%s may be %s and %s', (name, least, most) => {
  expect(readConfig({ [name]: least })).toMatchObject({ [name]: Number(least) });
  expect(readConfig({ [name]: most })).toMatchObject({ [name]: Number(most) });
});

const WRONG: [string, string][] = [
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['PORT', '3978.5'],
  ['PORT', '1e3'],
  ['PORT', ' '],
  ['TRUST_PROXY', '11'],
  ['TRUST_PROXY', 'true'],
  ['ESCALATION_ATTEMPTS', '0'],
  ['ESCALATION_ATTEMPTS', '11'],
  ['RATE_LIMIT', 'false'],
  ['RATE_LIMIT', 'OFF'],
  ['PUBLIC_URL', 'assistant.example.org'],
  ['PUBLIC_URL', 'ftp://assistant.example.org'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['LOG_LEVEL', 'loud'],
  ['NODE_ENV', 'prod'],
  ['FUND', '59'],
  ['FUND', '5911'],
  ['FUND', '**'],
  ['DEMONSTRATION', 'false'],
];

test.each(WRONG)('%s may not be "%s": one line, with its name and what it got', (name, value) => {
  const lines = problems({ [name]: value });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^- ${name} must be .+`));
  expect(lines[0]).toContain(`got "${value}"`);
});

test('all that is wrong is told at once, each by its name', () => {
  const wrong = Object.fromEntries(WRONG);
  const lines = problems({ ...wrong, HOST: '0.0.0.0' });
  expect(lines.map((line) => line.split(' ')[1]).sort()).toEqual([...new Set(WRONG.map(([name]) => name))].sort());
});

test.each([
  ['DATABASE_URL', 'mysql://guichet:hunter2@localhost/guichet'],
  ['SECRET_KEY', 'hunter2hunter2=='],
])('%s that is wrong is named, and what stands in it is told to nobody', (name, value) => {
  const [problem] = problems({ [name]: value });
  expect(problem).toContain(name);
  expect(problem).not.toContain('hunter2');
});
